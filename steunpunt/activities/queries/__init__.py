"""Reading activities: who may see what, and what screens show of it."""
