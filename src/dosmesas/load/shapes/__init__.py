"""What files may hold, declared once: the readers read by it, and schemas are made of it."""
