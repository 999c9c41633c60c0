"""Steunpunt: the platform of the support point for Dutch training-school partnerships."""
