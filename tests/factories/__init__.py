"""Makers of rows for the tests, one file per room."""
