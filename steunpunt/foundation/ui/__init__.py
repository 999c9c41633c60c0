"""The design system: tokens, components, base page, forms and the style page."""
