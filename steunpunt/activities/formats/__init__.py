"""What leaves the room in a form of its own."""
