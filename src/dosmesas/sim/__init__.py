"""Many games and debates at once, to see what a pack is like as a whole. It knows no faces and no files."""
