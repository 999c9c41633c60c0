"""Files from outside on their way in: checked by content, stored under a name of our own, read to plain text."""
