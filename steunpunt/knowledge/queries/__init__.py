"""Reading what is known: every read across tables, and who may see what."""
