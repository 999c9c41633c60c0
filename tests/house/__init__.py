"""Checks of the architecture that import contracts cannot make."""
