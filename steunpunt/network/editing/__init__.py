"""The simple lists of the network in the back office: themes, roles, regions and scenarios."""
