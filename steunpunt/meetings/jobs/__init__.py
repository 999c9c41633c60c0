"""Background work of the meetings room."""
