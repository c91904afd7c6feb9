"""A balance certificate as text, as a record, and as one page that needs nothing else."""
