"""The pages of the network, one file per noun: one read or one deed per view."""
