"""The outbox: mail waits in the database until a worker has really sent it."""
