"""The append-only face: numbered choices, headings, no boxes, no escape codes. Also the transcript."""
