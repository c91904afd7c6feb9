"""No run of eight words of the article stands anywhere in the project: only hashes of them are kept here."""

import subprocess
from pathlib import Path

import pytest

from tests.project.make_hashes import HASHES, lines, paragraphs
from tests.project.runs import LENGTH, quoted, words

ROOT = Path(__file__).parents[2]
OWN = "[P1] The boats of both harbours went out before dawn, and nobody on the pier spoke a word.\n\n[P2] Nor I."
SALT = b"0" * 16


def known() -> tuple[bytes, frozenset[str]]:
    salt, *hashes = HASHES.read_text(encoding="ascii").split()
    return bytes.fromhex(salt), frozenset(hashes)


def text_files() -> list[Path]:
    """All files that git tracks or would track, but for binary ones and the hashes themselves."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=ROOT, capture_output=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    paths = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    return [path for path in paths if path.is_file() and path != HASHES]


def found_in(path: Path, hashes: frozenset[str], salt: bytes) -> list[str]:
    data = path.read_bytes()
    if b"\0" in data:
        return []
    return [f"{path.name}: {run}" for run in quoted(data.decode("utf-8", "replace"), hashes, salt)]


def test_no_run_of_eight_words_of_the_article_stands_in_the_project() -> None:
    salt, hashes = known()
    files = text_files()
    assert len(files) > 150
    assert [hit for path in files for hit in found_in(path, hashes, salt)] == []


def test_the_hashes_are_those_of_a_whole_article() -> None:
    salt, hashes = known()
    assert len(salt) == 16
    assert len(hashes) > 1500
    assert all(len(one) == 16 and set(one) <= set("0123456789abcdef") for one in hashes)


def own_hashes() -> frozenset[str]:
    return frozenset(lines(paragraphs(OWN), SALT)[1:])


@pytest.mark.parametrize(
    "copied",
    [
        "x: the boats of both harbours went out before dawn\n",
        'label: "THE BOATS of both\n    harbours — went out, before dawn"\n',
        "# (boats) *of* both harbours: went out before dawn; and",
        "The boats of both harbours went\n#   out before dawn",
        "and nobody on the pier spoke a word.",
    ],
)
def test_a_copied_run_is_found_whatever_stands_between_its_words(tmp_path: Path, copied: str) -> None:
    path = tmp_path / "event.yaml"
    path.write_text(f"Some words of our own. {copied} Others of our own.")
    assert found_in(path, own_hashes(), SALT)


@pytest.mark.parametrize(
    "text",
    ["the boats of both harbours went out", "The boats of the harbours went out before dawn and nobody", ""],
)
def test_seven_words_and_a_paraphrase_are_no_quotation(tmp_path: Path, text: str) -> None:
    path = tmp_path / "event.yaml"
    path.write_text(text)
    assert found_in(path, own_hashes(), SALT) == []


def test_runs_end_with_their_paragraph_and_hashes_do_not_give_the_words_away() -> None:
    written = lines(paragraphs(OWN), SALT)
    assert written[0] == SALT.hex()
    assert (
        len(written) - 1
        == len(words("The boats of both harbours went out before dawn, and nobody on the pier spoke a word."))
        - LENGTH
        + 1
    )
    assert not any("boats" in line for line in written)


def test_typographic_apostrophes_accents_and_capitals_are_one_form() -> None:
    assert words("México’s «Guard», it_is 2.4") == words("me\u0301xico's guard it is 2 4")
