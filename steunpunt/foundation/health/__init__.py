"""Health: whether database, worker and disk do their work, told on one address."""
