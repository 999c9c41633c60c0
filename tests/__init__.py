"""The tests: they mirror the code, file by file."""
