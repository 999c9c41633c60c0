"""Every deed on what is known, as verbs."""
