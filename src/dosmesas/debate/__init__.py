"""Argument graphs: a policy, the doubts about it, the cards that answer doubts, rebuttals, replies.

Pure arithmetic on integers: strengths are in billionths. Nothing here knows a game, a file or a language.
"""
