"""`preview`: a pack checked and played again on every save, and what that changed of the story."""
