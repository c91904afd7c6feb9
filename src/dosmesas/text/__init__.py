"""What every layer speaks: places in files, diagnostics, texts in two languages, numbers, safe text."""
