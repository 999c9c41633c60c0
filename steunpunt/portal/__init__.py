"""The portal: the front of the house, composed of what the rooms below pinned."""
