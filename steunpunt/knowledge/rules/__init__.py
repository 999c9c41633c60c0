"""Judging: who may do what with knowledge, and what can be done."""
