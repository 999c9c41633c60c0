"""Making what every installation of the portal begins with: first pages, and the groups of the back office."""
