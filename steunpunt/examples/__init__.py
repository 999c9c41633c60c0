"""The example world, built only through the actions of the rooms."""
