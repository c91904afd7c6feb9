"""The page for a browser: whole, by itself, and to be read without its colours."""

import re
from html.parser import HTMLParser

import pytest

from dosmesas.desk.trial.finding import Finder
from dosmesas.load.locate import roots
from dosmesas.testing.coverage import Kind
from dosmesas.testing.coverage.page import coverage_page
from dosmesas.testing.coverage.tally import Source, Tally
from dosmesas.testing.coverage.words import Words
from tests.support.making import regatta
from tests.testing.coverage.test_gathering import counted, found
from tests.testing.coverage.test_tally import NO, YES, place
from tests.testing.coverage.test_told import words_of

IMPLIED = {"td", "tr"}
"""What ends where the next begins, or its table ends: HTML lets their ends be left out."""
VOID = {"meta"}


class Reader(HTMLParser):
    """What stands in a page; an element that is not closed, or closed by another, is a failure."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(text)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        given = dict(attrs)
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.links += [given[name] or "" for name in ("href", "src") if name in given]
        ends = {"td": {"td"}, "tr": {"td", "tr"}}.get(tag, set())
        while self.open and self.open[-1] in ends:
            self.open.pop()
        assert tag not in {"td", "th"} or self.open[-1] == "tr"
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while tag not in IMPLIED and self.open[-1] in IMPLIED:
            self.open.pop()
        assert self.open.pop() == tag


def page_of(words: Words, name: str = "regatta") -> str:
    return coverage_page(words, found(name).loaded.sources.texts)


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_page_is_whole_and_needs_nothing_else(language: str) -> None:
    text = page_of(words_of(language=language))
    page = Reader(text)
    assert "script" not in page.tags
    assert "://" not in text
    assert f'<html lang="{language}">' in text
    assert len(page.ids) == len(set(page.ids))
    assert {one.removeprefix("#") for one in page.links} <= set(page.ids)
    assert all(one.startswith("#") for one in page.links)


def row(text: str, line: int) -> str:
    found = re.search(rf'<tr id="f0-{line}" class=".+', text)
    assert found
    return found[0]


def test_each_line_says_by_a_sign_and_in_words_what_came_of_it() -> None:
    event = place(Kind.EVENT, "fog")
    option = place(Kind.OPTION, "fog/fog-stop", inside=event.key)
    tally = Tally((event, option, YES, NO), "pack")
    texts = {"pack/a.yaml": "event: storm\n\n\n\nwhen: <calm> & \x1b[31m\n"}

    def text(language: str = "en") -> str:
        return coverage_page(Words(regatta(), tally, language, lambda _file, _line: ""), texts)

    shown = "when: &lt;calm&gt; &amp; �[31m"
    assert (
        row(text(), 1)
        == '<tr id="f0-1" class="missed"><td>1<td>✗<td>event: storm<td>never came, never chosen'
    )
    assert row(text(), 5) == f'<tr id="f0-5" class="missed"><td>5<td>✗<td>{shown}<td>never asked'
    tally.counts.update({event.key: 12, YES.key: 3})
    assert row(text(), 1) == '<tr id="f0-1" class="part"><td>1<td>◐<td>event: storm<td>came 12×, never chosen'
    assert row(text(), 5) == f'<tr id="f0-5" class="part"><td>5<td>◐<td>{shown}<td>held 3×, never failed'
    tally.counts.update({option.key: 1, NO.key: 1})
    assert row(text("es"), 1).endswith('"reached"><td>1<td>✓<td>event: storm<td>llegó 12×, elegida 1×')
    assert "<tr><td>2<td><td><td>\n" in text()


def test_what_was_missed_leads_to_its_line() -> None:
    words = words_of(games=1)
    text = page_of(words)
    missed = words.tally.first_missed()[0]
    where = f"{missed.where.file}:{missed.where.line}"
    link = re.search(rf'<a href="#(f\d+-{missed.where.line})">{re.escape(where)}</a>', text)
    assert link
    assert f'<tr id="{link[1]}" class=' in text


def test_the_page_of_the_shipped_pack_is_small() -> None:
    shipped = Finder().found(roots().content / "culiacan")
    assert shipped.loaded.pack is not None
    tally = counted(shipped, sources=frozenset({Source.PLAYOUTS}), games=2)
    words = Words(shipped.loaded.pack, tally, "es", shipped.loaded.sources.line)
    text = coverage_page(words, shipped.loaded.sources.texts)
    assert len(text.encode()) < 1_000_000
    assert "/events/culiacan.yaml</h3>" in text
    assert "game/dynamics/violence.yaml</h3>" in text
    assert "game/glossary.yaml</h3>" not in text
    Reader(text)
