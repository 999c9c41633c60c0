"""Doing in the network: every write, as verbs, one file per noun."""
