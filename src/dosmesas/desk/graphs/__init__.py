"""Pictures of a pack for whoever writes it: how events lead to events, which claims drive which numbers."""
