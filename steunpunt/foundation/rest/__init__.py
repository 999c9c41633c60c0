"""The house style of the API: the Dutch API Design Rules, once, for every room's router."""
