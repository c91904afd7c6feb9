"""The command line: every command imports what it needs only when it runs."""
