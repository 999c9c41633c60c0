"""Open data: rows of a data set on their way out as CSV, spreadsheet or GeoJSON."""
