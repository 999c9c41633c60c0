"""Register files on their way in: bytes to checked, normalised rows, in plain Python without tables."""
