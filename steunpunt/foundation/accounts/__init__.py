"""Accounts: signing in. An account is not a person; the person stands in the network."""
