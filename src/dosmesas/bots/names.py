"""The names of the bots that any pack has."""

RANDOM, PERSONA, GREEDY, HISTORICAL, PLANNER = "random", "persona", "greedy", "historical", "planner"
