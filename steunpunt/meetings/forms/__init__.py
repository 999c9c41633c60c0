"""Reading and checking what somebody types about meetings."""
