"""The screens. Only this package knows Textual; what they show comes from the session."""
