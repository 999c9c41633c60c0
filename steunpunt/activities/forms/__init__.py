"""What the forms of the engine ask; a kind brings its own."""
