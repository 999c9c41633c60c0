"""Every read of the network that crosses tables, one file per noun; whatever is shown starts here."""
