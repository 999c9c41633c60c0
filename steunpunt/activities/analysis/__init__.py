"""Sums that several kinds of activities share, in plain Python."""
