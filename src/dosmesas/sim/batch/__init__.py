"""The same game for many seeds at once: rules, draws and debates as arrays, equal bit for bit to engine/."""
