"""The pages of the knowledge base: one read or one deed each."""
