"""`new`: a small complete pack that plays, with comments that teach."""
