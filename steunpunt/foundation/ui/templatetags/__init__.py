"""The template tags of the design system; the settings make them available in every template."""
