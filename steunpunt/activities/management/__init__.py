"""Commands of the activities room."""
