"""After the last turn: one debate from the other chair, and a joint statement of both sides."""
