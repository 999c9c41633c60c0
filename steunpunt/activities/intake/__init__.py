"""Reading what other programs made; plain Python."""
