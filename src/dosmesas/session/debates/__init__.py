"""Debates for the faces: what may be said now, the flow sheet, the explanations, all in words."""
