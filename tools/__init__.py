"""What stands behind ./run, ./test and ./bench; needs nothing but Python's standard library.

Only `pictures` asks for more, and nobody needs that to run or test the platform.
"""
