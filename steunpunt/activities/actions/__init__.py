"""Every deed in an activity."""
