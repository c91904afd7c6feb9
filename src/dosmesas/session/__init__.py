"""The one door for every face: play, look, explain, undo, save, and the record of a game."""
