"""The balance certificate: what many games say of a pack, held against bounds."""
