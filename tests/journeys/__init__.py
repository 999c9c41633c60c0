"""The stories of the field: whole journeys over several rooms, each in a real browser."""
