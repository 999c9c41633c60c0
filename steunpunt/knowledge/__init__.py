"""The knowledge room: shared words, knowledge items, the research agenda."""
