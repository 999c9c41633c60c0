"""How published knowledge leaves the house: one record, and the formats that catalogues and readers ask for."""
