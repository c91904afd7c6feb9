"""What an editor may suggest: the ids that a pack and its ruleset declare, each with what it stands for."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from attrs import Factory, frozen

from dosmesas.load.loading import Loaded
from dosmesas.model.rules import Pack
from dosmesas.model.world import Indicator
from dosmesas.text.local import Text
from dosmesas.text.number import exact, spaced

_LONGEST = 160


@frozen
class Known:
    """Ids by kind, with a line on each, and the languages that every text has."""

    ids: Mapping[str, Mapping[str, str]] = Factory(dict)
    languages: tuple[str, ...] = ()


def known_of(loaded: Loaded, language: str = "en") -> Known:
    """What is declared; where a pack cannot be played, ids without what they stand for."""
    ids = {kind: dict.fromkeys(sorted(names), "") for kind, names in loaded.declared.items()}
    ids["option"] = dict.fromkeys(sorted({name.rpartition("/")[2] for name in ids.get("option", ())}), "")
    if loaded.pack is None:
        return Known(ids)
    for kind, told in _told(loaded.pack, language).items():
        ids[kind] = {**ids.get(kind, {}), **told}
    return Known({kind: dict(sorted(names.items())) for kind, names in ids.items()}, loaded.pack.languages)


class _Named(Protocol):
    @property
    def id(self) -> str: ...


class _Titled(_Named, Protocol):
    @property
    def name(self) -> Text: ...


class _Written(_Named, Protocol):
    @property
    def text(self) -> Text: ...


def _told(pack: Pack, language: str) -> dict[str, dict[str, str]]:
    """What ids stand for, by kind."""
    ruleset = pack.ruleset
    claims = {
        **_texts(ruleset.dossier.claims.values(), language),
        **_texts(ruleset.assumptions.values(), language),
    }
    return {
        "claim": claims,
        "indicator": {one.id: _measured(one, language) for one in ruleset.indicators.values()},
        "flag": {one.id: _short(one.text(language)) for one in ruleset.flags.values()},
        "office": _names(ruleset.offices.values(), language),
        "audience": _names(ruleset.audiences.values(), language),
        "country": _names(ruleset.countries.values(), language),
        "view": _names(ruleset.worldviews.values(), language),
        "line": _names(ruleset.bank.lines.values(), language),
        "rule": _texts(ruleset.rules.values(), language),
        "question": _texts(ruleset.bank.questions.values(), language),
        "event": {one.id: one.title(language) for one in pack.events.values()},
    }


def _names(things: Iterable[_Titled], language: str) -> dict[str, str]:
    return {one.id: one.name(language) for one in things}


def _texts(things: Iterable[_Written], language: str) -> dict[str, str]:
    return {one.id: _short(one.text(language)) for one in things}


def _measured(one: Indicator, language: str) -> str:
    return f"{one.name(language)}: {exact(one.low)} to {exact(one.high)}{spaced(one.unit(language))}"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1].rpartition(" ")[0] + "…"
