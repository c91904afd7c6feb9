"""In the editors' own server: completion, hover texts and a planted error, by the first line of a file.

For it, `npm install --prefix /tmp/yaml-server yaml-language-server`, and that folder in DOSMESAS_YAML_SERVER.
"""

import os
from pathlib import Path

import pytest

from dosmesas.desk.schema.known import known_of
from dosmesas.desk.schema.places import FOLDER, modeline
from dosmesas.desk.schema.write import write_schemas
from dosmesas.load.loading import read
from dosmesas.load.locate import roots
from tests.desk.schema.server import Server

SCRIPT = (
    Path(os.environ.get("DOSMESAS_YAML_SERVER", "nowhere"))
    / "node_modules/yaml-language-server/bin/yaml-language-server"
)

pytestmark = pytest.mark.skipif(not SCRIPT.is_file(), reason="the YAML language server is not installed")

EVENT = "content/culiacan/events/quiet-month.yaml"


def file_with(tmp_path: Path, old: str = "", new: str = "") -> Path:
    """A shipped event with a first line that names its schema, and one change."""
    pack = roots().content / "culiacan"
    write_schemas(tmp_path / FOLDER, known_of(read(pack)))
    text = (pack / "events/quiet-month.yaml").read_text()
    assert old in text
    file = tmp_path / "events/quiet-month.yaml"
    file.parent.mkdir()
    file.write_text(f"{modeline('event', 1)}\n{text.replace(old, new, 1)}")
    return file


def place(file: Path, words: str) -> tuple[int, int]:
    """Line and column behind some words of a file."""
    before = file.read_text().partition(words)[0] + words
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def labels(found: object) -> dict[str, str]:
    items = found["items"] if isinstance(found, dict) else found
    assert isinstance(items, list)
    return {one["label"]: str(one.get("documentation", "")) for one in items}


def test_a_sound_file_has_nothing_wrong(tmp_path: Path) -> None:
    with Server(SCRIPT, file_with(tmp_path)) as server:
        assert server.problems() == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("soil: both", "soil: moon", "both"),
        ("argue: none", "arguee: none", "arguee"),
        ("      act: spend", "      act: spennd", "spend"),
    ],
)
def test_a_planted_error_is_told_in_its_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    file = file_with(tmp_path, old, new)
    with Server(SCRIPT, file) as server:
        (problem,) = server.problems()
    assert problem["range"]["start"]["line"] + 1 == place(file, new)[0]
    assert said in problem["message"]


def test_keys_words_and_ids_are_completed(tmp_path: Path) -> None:
    file = file_with(tmp_path, "argue: none", "argue: \nra")
    with Server(SCRIPT, file) as server:
        assert {"none", "short", "full"} <= set(labels(server.at("completion", *place(file, "argue: "))))
        assert "ratify" in labels(server.at("completion", *place(file, "\nra")))
        claims = labels(server.at("completion", *place(file, "because:\n  - ")))
        assert {"culiacan-gun-battle", "capacity-takes-years"} <= set(claims)


def test_numbers_and_flags_are_completed_in_effects(tmp_path: Path) -> None:
    file = file_with(tmp_path, "        - grants: yes", "        - tru: yes")
    with Server(SCRIPT, file) as server:
        found = labels(server.at("completion", *place(file, "        - tru")))
    assert "trust" in found


def test_a_key_is_explained_under_the_pointer(tmp_path: Path) -> None:
    file = file_with(tmp_path)
    with Server(SCRIPT, file) as server:
        assert "whenever no other can" in str(server.at("hover", *place(file, "\nrepe")))
        assert "What the player picks" in str(server.at("hover", *place(file, "      lab")))
        assert "0 to 100" in str(server.at("hover", *place(file, "      - trus")))
        claim = str(server.at("hover", *place(file, "because:\n  - capa")))
    assert "Rooting out impunity" in claim
    assert "rhetoric" not in claim
