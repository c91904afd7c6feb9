"""The expression language of the rules: small, typed and total. Integers in thousandths, no float anywhere."""
