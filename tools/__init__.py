"""What stands behind ./run, ./test and ./bench; needs nothing but Python's standard library. Only `pictures`, which nobody needs to run the platform, asks for more."""
