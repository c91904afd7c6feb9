"""What stands on the screens, drawn from the views of a session: pure, as lines of marked text."""
