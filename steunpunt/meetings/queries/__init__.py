"""Every read of meetings, and who may see what."""
