"""Reading and checking what people type about knowledge."""
