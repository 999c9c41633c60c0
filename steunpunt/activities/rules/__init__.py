"""Who may lead and what can happen now."""
