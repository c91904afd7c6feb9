"""What is kept of closed screens, and how often style sheets are parsed."""

import gc
import subprocess
import sys

import pytest
from textual._styles_cache import StylesCache
from textual.css.stylesheet import Stylesheet
from textual.pilot import Pilot
from textual.widget import Widget

from dosmesas.session.session import Session
from dosmesas.session.setup import Setup
from dosmesas.tui.app import DosMesasApp
from dosmesas.tui.parsed import ParsedOnce
from tests.support import styles
from tests.support.screens import name, press, run
from tests.support.shipped import shipped


def game() -> Session:
    return Session.start(shipped("culiacan"), Setup(("mx.security_secretary",), 7))


def test_nothing_painted_is_kept_of_rooms_that_are_closed() -> None:
    async def play(app: DosMesasApp, pilot: Pilot[None]) -> None:
        for room in ("c", "d", "w", "h"):
            await press(pilot, room, "escape")
        assert name(app) == "TableScreen"
        gc.collect()
        there = {id(one._styles_cache) for one in gc.get_objects() if isinstance(one, Widget)}
        kept = [one for one in gc.get_objects() if isinstance(one, StylesCache)]
        assert [one for one in kept if id(one) not in there] == []

    run(game(), play)


def test_a_sheet_that_is_added_has_no_other_parsed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Stylesheet, "_parse_rules", styles._parse)  # as Textual does it, not as tests do
    sheets = ParsedOnce({})
    sheets.add_source("Static { color: red; }", ("a", ""))
    sheets.parse()
    (before,) = sheets.rules
    sheets.add_source("Label { color: red; }", ("b", ""))
    sheets.reparse()
    assert sheets.rules[0] is before
    assert len(sheets.rules) == 2
    sheets.set_variables({"ink": "blue"})
    sheets.reparse()
    assert sheets.rules[0] is not before


def test_the_title_is_there_before_the_engine_and_the_reader_of_packs() -> None:
    wanted = (
        "import dosmesas.cli.play, dosmesas.tui.app, dosmesas.tui.screens.title, sys; print(*sys.modules)"
    )
    printed = subprocess.run(
        [sys.executable, "-c", wanted], capture_output=True, text=True, check=True
    ).stdout
    loaded = printed.split()
    assert "dosmesas.tui.app" in loaded
    assert [one for one in loaded if one.startswith(("dosmesas.engine", "dosmesas.load", "yaml"))] == []
