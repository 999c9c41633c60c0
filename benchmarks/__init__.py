"""Benchmarks: one file each, run by ./bench NAME."""
