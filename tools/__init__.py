"""What stands behind ./run, ./test and ./bench; needs nothing but Python's standard library."""
