"""What a name in a pack or in the game stands for: the answers of `dosmesas explain`."""
