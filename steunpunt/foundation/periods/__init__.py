"""Periods: half-open dates, and the state of things as on a date."""
