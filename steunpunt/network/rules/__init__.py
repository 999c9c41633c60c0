"""Judging in the network: who may do what, and whether it is possible now."""
