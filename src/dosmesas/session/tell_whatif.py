"""A what-if as lines of plain text: what was changed, where the paths part, both paths, both ends."""

from collections.abc import Iterator, Mapping

from attrs import frozen

from dosmesas.engine.floor import ARGUING
from dosmesas.engine.state import DECLINE, SILENT, Point
from dosmesas.session.debates.plays import in_words
from dosmesas.session.differences import Difference, Kind
from dosmesas.session.paths import PathPair, paths_of, rounded, told_apart
from dosmesas.session.session import Session
from dosmesas.session.turns import Turn, turns_of
from dosmesas.session.whatif import Replaced, WhatIf
from dosmesas.text.catalog import say
from dosmesas.text.number import exact, fixed

_STAGES = {
    "brief": "stage_brief",
    "word": "stage_word",
    "choose": "stage_choose",
    "case": "stage_argue",
    "rebut": "stage_argue",
    "reply": "stage_argue",
    "ratify": "stage_ratify",
    "enact": "stage_enact",
    "drift": "stage_drift",
    "reckon": "stage_reckon",
}
_QUESTIONS = {Point.WORD: "whatif_said", Point.CHOOSE: "whatif_chose"}


@frozen
class WhatIfTeller:
    """Tells one what-if in one language; `plain` puts sentences in place of tables."""

    found: WhatIf
    language: str
    plain: bool = False

    def lines(self) -> list[str]:
        """Everything, in the order of interest."""
        lines = [self._question(), self._first()]
        if self.found.first is None and not self.found.replaced:
            return lines
        lines += [self._say("whatif_chance"), ""]
        lines += self._paths()
        for part in (self._replaced(), self._decided(), self._agenda()):
            lines += [*part, ""] if part else []
        return lines + self._ends()

    def _say(self, key: str, **values: object) -> str:
        return say(self.language, key, **values)

    @property
    def _saved(self) -> Session:
        return self.found.saved

    def _office(self, seat: str) -> str:
        return self._saved.pack.ruleset.offices[seat].name(self.language)

    def _action(self, action: str, point: Point = Point.CHOOSE) -> str:
        """An option by its label, a word by what it says, a play of a debate by its cards."""
        if point in ARGUING and action:
            return in_words(point, action, self._saved.game.tables.floor.cards, self.language)
        if "/" in action:
            return self._say("quoted", text=self._saved.pack.option(action).label(self.language))
        keys = {DECLINE: "whatif_declined", SILENT: "whatif_silent", "": "whatif_nothing"}
        if action in keys:
            return self._say(keys[action])
        deals = {deal.id: deal for event in self._saved.pack.events.values() for deal in event.deals}
        return self._say("whatif_word", name=deals[action].name(self.language))

    def _question(self) -> str:
        change = self.found.change
        if change.view:
            names = {"view": self.found.other.game.view, "saved": self._saved.game.view}
            return self._say("whatif_view", **{key: view.name(self.language) for key, view in names.items()})
        office, action = self._office(change.seat), self._action(change.action, change.point)
        if change.action == change.saved:
            return self._say("whatif_same", turn=change.turn, office=office, action=action)
        key = _QUESTIONS.get(change.point, "whatif_argued")
        saved = self._action(change.saved, change.point)
        return self._say(key, turn=change.turn, office=office, action=action, saved=saved)

    def _first(self) -> str:
        first = self.found.first
        if first is None:
            return self._say("whatif_no_difference")
        place = self._say("whatif_place", turn=first.turn, stage=self._say(_STAGES[first.stage]))
        return f"{place} {self._parted(first)}"

    def _parted(self, first: Difference) -> str:
        ruleset = self._saved.pack.ruleset
        values = {"saved": first.saved, "other": first.other}
        match first.kind:
            case Kind.INDICATOR:
                numbers = {key: exact(int(value or 0)) for key, value in values.items()}
                key = "whatif_number_more" if first.more else "whatif_number"
                name = ruleset.indicators[first.id].name(self.language)
                return self._say(key, name=name, more=first.more, **numbers)
            case Kind.FLAG:
                name = ruleset.flags[first.id].name(self.language)
                return self._say("whatif_flag", name=name, **self._yes_no(values))
            case Kind.BULLETIN:
                text = self._saved.pack.bulletins[first.id].text(self.language)
                return self._say("whatif_bulletin", text=text, **self._yes_no(values))
            case Kind.EVENT:
                return self._say(
                    "whatif_event", **{key: self._event(str(one)) for key, one in values.items()}
                )
            case Kind.WORD | Kind.CHOICE | Kind.SAID:
                at = Point(first.stage)
                told = {key: self._action(str(one or ""), at) for key, one in values.items()}
                return self._say("whatif_decision", office=self._office(first.id), **told)
            case Kind.LENGTH:
                return self._say("whatif_length_saved" if first.saved else "whatif_length_other")

    def _yes_no(self, values: Mapping[str, object]) -> dict[str, str]:
        return {key: self._say("yes" if value else "no") for key, value in values.items()}

    def _event(self, name: str) -> str:
        return self._say("quoted", text=self._saved.pack.events[name].title(self.language))

    def _paths(self) -> list[str]:
        pairs = paths_of(self.found)
        apart = [one for one in pairs if one.parted]
        key = "whatif_paths_later" if self._saved.over and not self.plain else "whatif_paths"
        lines = [self._say(key), ""] if apart else []
        for pair in apart:
            lines += [*told_apart(pair, self.language, plain=self.plain), ""]
        return lines + self._unmoved(pairs)

    def _unmoved(self, pairs: tuple[PathPair, ...]) -> list[str]:
        same = ", ".join(one.name for one in pairs if not one.parted)
        return [self._say("whatif_unmoved", names=same), ""] if same else []

    def _replaced(self) -> list[str]:
        # To be silent again, at another event, is no news.
        told = [self._one_replaced(one) for one in self.found.replaced if one.saved != one.taken]
        return [self._say("whatif_replaced"), *told] if told else []

    def _one_replaced(self, one: Replaced) -> str:
        key = "whatif_not_kept" if one.saved else "whatif_not_there"
        taken, saved = self._action(one.taken, one.point), self._action(one.saved, one.point)
        return self._say(key, turn=one.turn, office=self._office(one.seat), saved=saved, taken=taken)

    def _decided(self) -> list[str]:
        """Other decisions of the bots; what was put in a person's place is told apart."""
        told = {(one.turn, one.point, one.seat) for one in self.found.replaced}
        told.add((self.found.change.turn, self.found.change.point, self.found.change.seat))
        lines = []
        for one, two in self._turns():
            for seat in sorted({*one.decisions, *two.decisions}):
                mine, theirs = one.decisions.get(seat, ""), two.decisions.get(seat, "")
                if mine != theirs and (one.number, Point.CHOOSE, seat) not in told:
                    values = {"saved": self._action(mine), "other": self._action(theirs)}
                    lines.append(
                        self._say("whatif_chosen", turn=one.number, office=self._office(seat), **values)
                    )
        return [self._say("whatif_decided"), *lines] if lines else []

    def _agenda(self) -> list[str]:
        """Events, bulletins and deals that only one of the paths had."""
        lines = []
        for one, two in self._turns():
            if one.event != two.event:
                events = {"saved": self._event(one.event), "other": self._event(two.event)}
                lines.append(self._say("whatif_turn_event", turn=one.number, **events))
            lines += self._only(one.number, set(one.bulletins), set(two.bulletins), "bulletin")
            lines += self._only(one.number, _struck(one), _struck(two), "deal")
        return [self._say("whatif_agenda"), *lines] if lines else []

    def _only(self, turn: int, mine: set[str], theirs: set[str], what: str) -> Iterator[str]:
        pack = self._saved.pack
        deals = {deal.id: deal for event in pack.events.values() for deal in event.deals}
        for name in sorted(mine ^ theirs):
            text = pack.bulletins[name].text if what == "bulletin" else deals[name].name
            path = self._say("whatif_saved" if name in mine else "whatif_other")
            key = "whatif_only_bulletin" if what == "bulletin" else "whatif_only_deal"
            yield self._say(key, turn=turn, path=path, text=text(self.language))

    def _turns(self) -> list[tuple[Turn, Turn]]:
        """The turns that both paths have."""
        pairs = zip(turns_of(self._saved), turns_of(self.found.other), strict=False)
        return [(one, two) for one, two in pairs if one.event and two.event]

    def _ends(self) -> list[str]:
        saved, other = self._saved, self.found.other
        if not (saved.over and other.over):
            return [self._say("whatif_not_over")]
        titles = {one.id: one.title(self.language) for one in saved.pack.ruleset.endings}
        mine, theirs = titles[saved.state.ending], titles[other.state.ending]
        key = "whatif_ending_same" if mine == theirs else "whatif_ending"
        lines = [self._say(key, saved=mine, other=theirs), self._say("whatif_returns")]
        before, after = saved.game.returns(saved.state), other.game.returns(other.state)
        lines += [self._return(self._office(seat), before[seat], after[seat]) for seat in saved.pack.seats]
        joint = (saved.game.joint_return(saved.state), other.game.joint_return(other.state))
        return [*lines, self._return(self._say("whatif_joint"), *joint)]

    def _return(self, name: str, mine: int, theirs: int) -> str:
        gap = rounded(theirs, 1) - rounded(mine, 1)
        difference = f"{'+' if gap > 0 else ''}{fixed(gap)}"
        values = {"saved": fixed(mine), "other": fixed(theirs), "difference": difference}
        return self._say("whatif_return", name=name, **values)


def _struck(turn: Turn) -> set[str]:
    return {one.deal for one in turn.deals if one.struck}
