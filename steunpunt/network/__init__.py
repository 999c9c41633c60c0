"""The network: organisations, partnerships, people, roles, regions and themes, each with its history."""
