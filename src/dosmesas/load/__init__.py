"""Files to the checked model: bytes, YAML nodes with places, typed fields, resolved names."""
