"""The kinds of activities, a folder each; a new folder is a new kind."""
