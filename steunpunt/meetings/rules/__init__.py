"""Who may plan and lead meetings, and what can be done with one as it stands."""
