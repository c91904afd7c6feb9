"""The views of a session as lines of plain text, for every face. Everything here only puts words together."""

from collections.abc import Callable

from attrs import define

from dosmesas.session.debrief import Brought, Debrief
from dosmesas.session.outcome import Decided, Headline, Moved, OutcomeView
from dosmesas.session.tell_marks import argued_lines
from dosmesas.session.tree import Branch
from dosmesas.session.views import IndicatorRow
from dosmesas.session.why import Why
from dosmesas.text.catalog import say
from dosmesas.text.local import dated
from dosmesas.text.number import exact, fixed, signed, spaced

_RECEIPTS_SHOWN = 2
_HEADLINES_SHOWN = 2
_PARTLY_SHOWN = 6


def front(headlines: tuple[Headline, ...], most: int = _HEADLINES_SHOWN) -> list[Headline]:
    """What stands on the front pages: so many lines a country, deals before single decisions."""
    chosen: list[Headline] = []
    for country in dict.fromkeys(one.country for one in headlines):
        own = [one for one in headlines if one.country == country]
        chosen += sorted(own, key=lambda one: "/" in one.by)[:most]
    return chosen


@define
class Teller:
    """Tells views in one language."""

    language: str

    def _say(self, key: str, **values: object) -> str:
        return say(self.language, key, **values)

    def outcome(self, view: OutcomeView, shown: tuple[str, ...]) -> list[str]:
        """A finished turn: decisions, events, indicators with their largest receipts, the papers."""
        lines = ["", self._say("what_followed")]
        lines += [self._decided_line(one) for one in view.decisions]
        lines += view.debates
        lines += view.events
        for one in view.moved:
            if one.id in shown and one.much:
                lines += self.moved(one, _RECEIPTS_SHOWN)
        lines += self._others([one for one in view.moved if not (one.id in shown and one.much)], shown)
        lines += [self._say("headlines")]
        return lines + [
            self._say("headline_line", paper=one.paper, text=one.text) for one in front(view.headlines)
        ]

    def _decided_line(self, one: Decided) -> str:
        key = "decided_band" if one.band else "decided_line"
        return self._say(key, office=one.office, label=one.label, band=one.band)

    def _others(self, moved: list[Moved], shown: tuple[str, ...]) -> list[str]:
        """The rest in one line: what is on screen or moved much; how many others moved by less."""
        told = [
            f"{one.name} {signed(one.after - one.before)}" for one in moved if one.much or one.id in shown
        ]
        few = len(moved) - len(told)
        if not told:
            return [self._say("moved_little", count=few)] if few else []
        key = "also_moved_more" if few else "also_moved"
        return [self._say(key, what="; ".join(told), count=few)]

    def moved(self, one: Moved, count: int) -> list[str]:
        """An indicator's change and its largest receipts; the rest as one sum, so that the lines add up."""
        change = one.after - one.before
        key = "rose" if change > 0 else "fell" if change < 0 else "stayed"
        before, after = exact(one.before), exact(one.after)
        lines = [self._say(key, name=one.name, amount=exact(abs(change)), before=before, after=after)]
        ordered = sorted(one.entries, key=lambda entry: (-abs(entry.applied), entry.receipt))
        count = len(ordered) if len(ordered) == count + 1 else count
        for entry in ordered[:count]:
            form = "receipt_line" if entry.basis else "receipt_line_bare"
            lines.append(self._say(form, applied=signed(entry.applied), text=entry.text, basis=entry.basis))
        rest = ordered[count:]
        if rest:
            total = signed(sum(entry.applied for entry in rest))
            lines.append(self._say("more_receipts", total=total, count=len(rest), name=one.name.lower()))
        return lines

    def why_head(self, why: Why, *, so_far: bool = False) -> list[str]:
        """What stands over the reasons of a change; `so_far` of the turn that is being played."""
        if not why.turn:
            text = self._say(
                "why_not_yet", name=why.name, after=exact(why.after), unit=spaced(why.unit), about=why.about
            )
            return [text]
        key = "why_heading_now" if so_far else "why_heading"
        before, after = exact(why.before), exact(why.after)
        head = self._say(key, name=why.name, turn=why.turn, before=before, after=after, unit=spaced(why.unit))
        lines = [head, why.about, *([self._say("why_view", view=why.view)] if why.view else [])]
        return lines if why.reasons else [*lines, self._say("why_nothing")]

    def why(self, why: Why) -> list[str]:
        """All reasons of one change, with the claims."""
        lines = self.why_head(why)
        for reason in why.reasons:
            basis = f" ({reason.basis})" if reason.basis else ""
            since = f", {reason.since}" if reason.since else ""
            lines.append(f"  {signed(reason.applied)} {reason.text}{since}{basis}")
            lines += [f"      {claim}" for claim in reason.claims]
        return lines

    def tree(self, why: Why) -> list[str]:
        """The reasons with everything behind each, indented by how far behind it lies."""
        lines = self.why_head(why)
        for reason in why.reasons:
            basis = f" ({reason.basis})" if reason.basis else ""
            lines.append(f"{signed(reason.applied)} {reason.text}{basis} [{reason.receipt}]")
            for branch in reason.tree:
                lines += self._branch(branch, 1)
            for branch in reason.grounds:
                lines += self._branch(branch, 1)
        return lines

    def _branch(self, branch: Branch, depth: int) -> list[str]:
        lines = [f"{'    ' * depth}{branch.text}"]
        for one in branch.inside:
            lines += self._branch(one, depth + 1)
        return lines

    def debrief(self, view: Debrief, mattered: list[str] | None = None) -> list[str]:
        """The whole debrief; `mattered` tells of the choice that mattered most."""
        lines = ["", self._say("ending_heading", title=view.ending), view.text]
        lines += ["", self._say("earned_heading"), *view.earned] if view.earned else []
        lines += ["", *self._scores(view)]
        lines += ["", *mattered] if mattered else []
        lines += ["", self._say("paths_heading"), *(self._path(row, view.turns) for row in view.paths)]
        lines += self._decided(view, "decisions_heading", mine=True)
        lines += self._decided(view, "others_heading", mine=False)
        lines += argued_lines(view.argued, self.language, view.signed)
        lines += self._claims(view)
        lines += self._view(view)
        lines += ["", self._say("secrets_heading")]
        lines += [self._say("secret_line", office=office, text=text) for office, text in view.secrets]
        lines += ["", self._say("later_heading")] if view.later else []
        lines += [
            self._say("later_line", date=dated(date, self.language), text=text, source=source)
            for date, text, source in view.later
        ]
        lines += ["", self._say("questions_heading")]
        return lines + [f"{number}. {text}" for number, text in enumerate(view.questions, 1)]

    def _claims(self, view: Debrief) -> list[str]:
        """What the article argues and where the game stood; the claims that moved most, with how much."""
        lines = [line for one in view.teaching for line in ("", one.heading, *one.told)]
        lines += ["", self._say("claims_heading")]
        for number, claim in enumerate(view.claims, 1):
            lines += [f"{number}. {claim.text}", f"   {claim.moved}"]
        return lines

    def _scores(self, view: Debrief) -> list[str]:
        """How far each mandate was met, and both countries together."""
        lines = [self._say("scores_heading")]
        for score in view.scores:
            mine = self._say("mine") if score.mine else ""
            lines.append(self._say("score_line", office=score.office, value=fixed(score.value), mine=mine))
        return [*lines, self._say("joint_line", value=fixed(view.joint))]

    def _view(self, view: Debrief) -> list[str]:
        """The worldview, and the claims that counted less in it."""
        lines = [self._say("view_played", view=view.view)]
        if view.partly:
            told = ", ".join(f"{name} {percent}" for name, percent in view.partly[:_PARTLY_SHOWN])
            lines.append(self._say("view_partly", claims=told))
        return [*lines, self._say("view_elsewhere")]

    def _path(self, row: IndicatorRow, turns: int) -> str:
        values = ", ".join(fixed(value) for value in row.history[: turns + 1])
        return self._say("path_line", name=row.name, values=values, last=fixed(row.history[-1]))

    def _decided(self, view: Debrief, key: str, *, mine: bool) -> list[str]:
        chosen = [one for one in view.decisions if one.mine is mine]
        if not chosen:
            return []
        lines = ["", self._say(key)]
        for one in chosen:
            lines.append(self._say("decision_line", turn=one.turn, office=one.office, label=one.label))
            lines += self._brought(one) if mine else []
        return lines

    def _brought(self, one: Brought) -> list[str]:
        groups: tuple[tuple[str, Callable[[bool | None], bool]], ...] = (
            ("brought", lambda good: good is True),
            ("cost", lambda good: good is False),
            ("shifted", lambda good: good is None),
        )
        lines = []
        for key, fits in groups:
            what = "; ".join(f"{name} {signed(value)}" for name, value, good in one.sums if fits(good))
            lines += [self._say(key, what=what)] if what else []
        return lines or [self._say("brought_nothing")]
