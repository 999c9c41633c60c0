"""What the meetings room does when something was announced; each is safe to run twice."""
