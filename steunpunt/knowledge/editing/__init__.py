"""The words in common in the back office: frameworks with their parts, and regulations."""
