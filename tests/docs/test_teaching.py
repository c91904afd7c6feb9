"""The teacher's pages: their codes start games, their minutes are those of the set-up, both languages agree."""

import re
from pathlib import Path

import pytest

from dosmesas.load.loading import load_pack
from dosmesas.load.locate import shipped_packs
from dosmesas.session.codes import read_code
from dosmesas.session.pace import PACES, minutes_at, paces_of
from tests.docs.scripts import DOCS

TEACHING = DOCS / "teaching"
PAGES = ("guide", "lessons", "debrief", "rubric", "content-note")
_CODE = re.compile(r"\b[a-z-]+:(?:mx|us)\.[a-z_.+]+:\d+(?::[a-z-]+)*")
_LINK = re.compile(r"\]\(([^)#]+)?(?:#([^)]+))?\)")


def text(language: str, page: str) -> str:
    return (TEACHING / language / f"{page}.md").read_text(encoding="utf-8")


def anchors(path: Path) -> set[str]:
    heads = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", one.lower()).replace(" ", "-") for one in heads}


@pytest.mark.parametrize("page", PAGES)
def test_every_code_starts_a_game_and_both_languages_have_the_same(page: str) -> None:
    codes = {language: _CODE.findall(text(language, page)) for language in ("en", "es")}
    assert codes["en"] == codes["es"]
    for code in codes["en"]:
        assert read_code(code, "es").pack.id in shipped_packs()


@pytest.mark.parametrize("page", PAGES)
def test_both_languages_are_built_alike(page: str) -> None:
    shapes = [
        re.findall(r"^(#+ |\| |> |- )", text(language, page), re.MULTILINE) for language in ("en", "es")
    ]
    assert [one for one in shapes[0] if one != "> "] == [one for one in shapes[1] if one != "> "]


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_minutes_of_the_guide_are_those_of_the_set_up(language: str) -> None:
    rows = re.findall(
        r"^\| `([a-z-]+)` \| (\d+) \| (\d+) \| (\d+) \| (\d*) ?\|$", text(language, "guide"), re.MULTILINE
    )
    assert rows
    for name, *minutes in rows:
        pack = load_pack(name)
        assert minutes == [str(minutes_at(pack, one)) if one in paces_of(pack) else "" for one in PACES]


@pytest.mark.parametrize(
    "path", sorted(TEACHING.rglob("*.md")), ids=lambda path: f"{path.parent.name}-{path.stem}"
)
def test_every_link_leads_somewhere(path: Path) -> None:
    for target, anchor in _LINK.findall(path.read_text(encoding="utf-8")):
        found = path.parent / target if target else path
        assert found.exists(), target
        assert not anchor or anchor in anchors(found), anchor
