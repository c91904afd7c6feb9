"""Computer counterparts. A bot is given information states and the pack's public rules, nothing else."""
