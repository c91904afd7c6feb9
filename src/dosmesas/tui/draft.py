"""A game that is being set up: its fields, what each may be, and what stands beside it to read. Pure."""

from collections.abc import Callable, Mapping
from typing import Any

from attrs import evolve, field, frozen

from dosmesas.bots.known import players_of
from dosmesas.bots.speaker import ADVOCATE, EXPERT, NOVICE, SPEAKERS
from dosmesas.load.locate import shipped_packs
from dosmesas.model.rules import Pack
from dosmesas.session.beforehand import handicap_line
from dosmesas.session.difficulty import DIFFICULTIES, handicap_in
from dosmesas.session.difficulty import USUAL as FAIR
from dosmesas.session.opponents import bot_about, bot_name
from dosmesas.session.pace import WHOLE, minutes_at, paces_of
from dosmesas.session.setup import ALL, ALTERNATE, ARGUE, AUTO, Setup
from dosmesas.text.catalog import say

USUAL = "authors"
"""The worldview that a game is played under unless another is chosen."""
NOBODY = ""
"""In place of the office of a second player."""
FIELDS = (
    "pack",
    "office",
    "second",
    "view",
    "difficulty",
    "counterpart",
    "level",
    "argue",
    "pace",
    "language",
    "seed",
)
SEED = "seed"
_MOST = 10**18
_WORDS = {
    NOVICE: "setup_novice",
    ADVOCATE: "setup_advocate",
    EXPERT: "setup_expert",
    ALTERNATE: "argue_alternate",
    ALL: "argue_all",
    AUTO: "argue_auto",
    **{name: f"setup_{name}" for name in DIFFICULTIES},
}


@frozen
class Draft:
    """A set-up in the making: each field's choice as text, and the packs to choose from."""

    pack: Pack
    values: Mapping[str, str]
    packs: tuple[str, ...] = field(factory=lambda: tuple(shipped_packs()))

    @classmethod
    def of(cls, pack: Pack, language: str, seed: int) -> "Draft":
        """A first set-up: the pack's first office, alone, in the language if the pack is written in it."""
        spoken = language if language in pack.languages else pack.languages[0]
        values = {
            "pack": pack.id,
            "office": pack.seats[0],
            "second": NOBODY,
            "view": USUAL,
            "difficulty": FAIR,
            "counterpart": DIFFICULTIES[FAIR].counterpart,
            "level": DIFFICULTIES[FAIR].level,
            "argue": ALTERNATE,
            "pace": WHOLE,
            "language": spoken,
            "seed": str(seed),
        }
        return cls(pack, values)

    def choices(self, name: str) -> tuple[str, ...]:
        """What a field may be; nothing for the seed, which is typed."""
        pack = self.pack
        found: dict[str, tuple[str, ...]] = {
            "pack": self.packs,
            "office": pack.seats,
            "second": (NOBODY, *(one for one in pack.seats if one != self.values["office"])),
            "view": tuple(sorted(pack.ruleset.worldviews, key=lambda view: (view != USUAL, view))),
            "difficulty": tuple(DIFFICULTIES),
            "counterpart": players_of(pack),
            "level": tuple(SPEAKERS),
            "argue": tuple(ARGUE),
            "pace": paces_of(pack),
            "language": pack.languages,
        }
        return found.get(name, ())

    def stepped(self, name: str, by: int, load: Callable[[str], Pack]) -> "Draft":
        """The next or the last choice of a field; another pack is loaded, and its offices are chosen anew."""
        if name == SEED:
            return self.put(SEED, str(max(0, min(_MOST - 1, self.seed + by))))
        choices = self.choices(name)
        chosen = choices[(choices.index(self.values[name]) + by) % len(choices)]
        if name == "pack" and chosen != self.pack.id:
            fresh = Draft.of(load(chosen), self.values["language"], self.seed)
            kept = {one: self.values[one] for one in ("difficulty", "counterpart", "level", "argue")}
            return evolve(fresh, values={**fresh.values, **kept, "pack": chosen}, packs=self.packs)
        return self.put(name, chosen)

    def put(self, name: str, value: str) -> "Draft":
        """The same with another value; the second player never holds the first one's office."""
        values = {**self.values, name: value}
        if name == "difficulty":
            values |= {"counterpart": DIFFICULTIES[value].counterpart, "level": DIFFICULTIES[value].level}
        if values["second"] == values["office"]:
            values["second"] = NOBODY
        return evolve(self, values=values)

    @property
    def seed(self) -> int:
        """The seed; 0 while nothing is typed."""
        return int(self.values[SEED] or 0)

    def typed(self, digit: str) -> "Draft":
        """The seed with one more digit."""
        return self.put(SEED, str(int(self.values[SEED] + digit) % _MOST))

    def rubbed(self) -> "Draft":
        """The seed with one digit less."""
        return self.put(SEED, self.values[SEED][:-1])

    def setup(self) -> Setup:
        """What the game is started with."""
        value = self.values
        seats = tuple(one for one in (value["office"], value["second"]) if one)
        return Setup(
            seats,
            self.seed,
            value["counterpart"],
            value["view"],
            value["language"],
            level=value["level"],
            argue=value["argue"],
            handicap=DIFFICULTIES[value["difficulty"]].handicap,
            pace="" if value["pace"] == WHOLE else value["pace"],
        )

    def shown(self, name: str, language: str) -> str:
        """A field's value in words."""
        value, rules = self.values[name], self.pack.ruleset
        if name == "pack":
            return self.pack.title(language)
        if name == "second" and not value:
            return say(language, "setup_alone")
        if name in {"office", "second"}:
            return rules.offices[value].name(language)
        if name == "view":
            return rules.worldviews[value].name(language)
        if name == "language":
            return say(value, "language_name")
        if name == "counterpart":
            return bot_name(self.pack, value, language)
        if name == "pace":
            minutes = minutes_at(self.pack, value)
            return say(language, "pace_row", pace=say(language, f"pace_{value}"), minutes=minutes)
        return say(language, _WORDS[value]) if value in _WORDS else value

    def about(self, name: str, language: str) -> str:
        """What stands beside a field to read: what it is for, and what its value means."""
        rules, told = self.pack.ruleset, say(language, f"setup_{name}_about")
        if name in {"office", "second"} and self.values[name]:
            return f"{told}\n\n{self._office(self.values[name], language)}"
        if name == "pack":
            own = (self.pack.about(language), self.pack.note(language))
            return "\n\n".join(text for text in (told, *own) if text)
        if name == "counterpart":
            return f"{told}\n\n{bot_about(self.pack, self.values[name], language)}"
        if name == "difficulty":
            points = handicap_in(self.pack, DIFFICULTIES[self.values[name]].handicap)
            handicap = handicap_line(points, language)
            return f"{told}\n\n{handicap or say(language, 'handicap_none')}"
        if name == "view":
            return f"{told}\n\n{rules.worldviews[self.values[name]].text(language)}"
        return told

    def _office(self, seat: str, language: str) -> str:
        """The office: dilemma, powers, mandate, audiences."""
        rules = self.pack.ruleset
        office = rules.offices[seat]
        goals = ", ".join(
            f"{rules.indicators[one.indicator].name(language)} {one.weight}" for one in office.goals
        )
        publics = ", ".join(
            f"{rules.audiences[name].name(language)} {share}" for name, share in office.audiences
        )
        powers = " ".join(power(language) for power in office.powers)
        said: dict[str, Any] = {"goals": goals, "publics": publics}
        return f"{office.dilemma(language)}\n{powers}\n{say(language, 'setup_mandate', **said)}"
