"""Search: Dutch analysis, the index, and asking it; knows only what rooms pin on the search board."""
