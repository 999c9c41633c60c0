"""Pages of the account: one's own page, the second factor, the sector, and the example people."""
