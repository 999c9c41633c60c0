"""Every deed around a meeting."""
