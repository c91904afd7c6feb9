"""The expression language of the rules: small, typed and total; integers in thousandths."""
