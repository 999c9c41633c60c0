"""What leaves the house about meetings: calendars, facts for search engines, rows of a file."""
