"""Writes the hashes of the article's runs of words: `python -m tests.project.make_hashes ARTICLE.txt`.

Only the numbered paragraphs count. The article itself never comes into the project.
"""

import re
import secrets
import sys
from pathlib import Path

from tests.project.runs import hashed, runs

HASHES = Path(__file__).with_name("article_hashes.txt")
PARAGRAPH = re.compile(r"^\[P(\d+)\] (.*)$", re.MULTILINE)


def paragraphs(text: str) -> list[str]:
    """The texts of paragraphs P1 to P16."""
    found = [(int(number), body) for number, body in PARAGRAPH.findall(text)]
    return [body for number, body in found if 1 <= number <= 16]


def lines(texts: list[str], salt: bytes) -> list[str]:
    """The salt, then the hashes of all runs, sorted."""
    return [salt.hex(), *sorted({hashed(run, salt) for text in texts for run in runs(text)})]


if __name__ == "__main__":
    found = paragraphs(Path(sys.argv[1]).read_text(encoding="utf-8"))
    HASHES.write_text("\n".join(lines(found, secrets.token_bytes(16))) + "\n", encoding="ascii")
    sys.stdout.write(f"{len(found)} paragraphs\n")
