"""For testers: what every game of every pack has to keep, as checks that anyone can run."""
