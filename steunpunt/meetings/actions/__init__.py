"""Every write of meetings, as verbs."""
