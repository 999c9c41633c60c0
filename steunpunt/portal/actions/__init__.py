"""What the portal does: keeping the groups of the back office in step with the roles."""
