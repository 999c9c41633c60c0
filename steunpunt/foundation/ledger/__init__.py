"""The ledger: who did what to what, when. Rows are only ever added."""
