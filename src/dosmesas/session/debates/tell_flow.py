"""What came of a debate, in words: the verdict, why it stands there, the flow sheet, the three views."""

from collections.abc import Iterable

from attrs import define

from dosmesas.engine.home import Verdict
from dosmesas.model.rules import Pack
from dosmesas.session.debates.credit import Explained, Share
from dosmesas.session.debates.flow import FlowCard, FlowRow, FlowSheet, fate
from dosmesas.session.debates.plays import PLAYS
from dosmesas.session.debates.story import Fall, Story, fell
from dosmesas.session.debates.tell import band_word, points, share
from dosmesas.text.catalog import say
from dosmesas.text.number import fixed, half_even

_HUNDRED = 100

_SHORT = {
    "story_fell": "story_fell_first",
    "story_fell_theirs": "story_fell_theirs_first",
    "story_said": "story_said_first",
    "story_defended": "story_defended_first",
    "story_defended_theirs": "story_defended_theirs_first",
    "story_backed": "story_backed_first",
    "story_backed_theirs": "story_backed_theirs_first",
}


@define
class FlowTeller:
    """Tells finished debates in one language; `mine` says whether it is the listener's own case.

    Verdict and story are told with their numbers, or in short.
    """

    language: str
    points: bool = True

    def _say(self, key: str, **values: object) -> str:
        return say(self.language, key, **values)

    def verdict(self, sheet: FlowSheet) -> str:
        """What the home table made of it, audience by audience."""
        return self._verdict([(one.name, one.support) for one in sheet.audiences], sheet.support, sheet.band)

    def heard(self, pack: Pack, verdict: Verdict) -> str:
        """The same for a choice that was not argued."""
        names = pack.ruleset.audiences
        heard = [(names[one.audience].name(self.language), one.support) for one in verdict.audiences]
        return self._verdict(heard, verdict.support, fate(verdict))

    def _verdict(self, heard: Iterable[tuple[str, int | None]], support: int | None, band: str) -> str:
        told = ", ".join(f"{name} {points(of_it)}" for name, of_it in heard)
        word = band_word(band, self.language)
        key = "verdict_line" if self.points else "verdict_line_first"
        return self._say(key, heard=told, support=points(support), band=word)

    def story(self, story: Story, *, mine: bool, most: int = 1) -> list[str]:
        """Why it stands where it stands: the cards that fell furthest, and what answered."""
        lines = [self._fall(one, mine=mine) for one in story.falls[:most]]
        if not lines:
            lines += [
                self._say("story_heavier", face=card.card.face, basis=card.card.basis, question=question)
                for card, question in story.heavier[:most]
            ]
        if story.taken_back:
            lines.append(
                self._say(
                    "story_taken_back" if mine else "story_taken_back_theirs", face=story.taken_back.card.face
                )
            )
        if story.backing and story.backed:
            after = _at(story.backed, 2)
            lines.append(
                self._say(
                    self._key("story_backed" if mine else "story_backed_theirs"),
                    face=story.backing.card.face,
                    other=story.backed.card.face,
                    after=after,
                )
            )
        return lines

    def _fall(self, one: Fall, *, mine: bool) -> str:
        said = "; ".join(self._said(card) for card in one.by)
        text = self._say(
            self._key("story_fell" if mine else "story_fell_theirs"),
            question=one.question,
            face=one.card.card.face,
            before=_at(one.card, 0),
            after=_at(one.card, 1),
            said=said,
        )
        if one.answered and one.card.strengths[2] is not None:
            text = f"{text} {self._defended(one, mine=mine)}"
        return text

    def _said(self, card: FlowCard) -> str:
        return self._say(
            self._key("story_said"),
            face=card.card.face,
            strength=share(card.card.strength),
            basis=card.card.basis,
        )

    def _defended(self, one: Fall, *, mine: bool) -> str:
        """What the reply took away of the rebuttals, and where the card came to stand."""
        reply, (made, _, after) = one.answered[0], one.card.strengths
        lost, before = max((fell(card, 1, 2), card.strengths[1] or 1) for card in one.by)
        back = "story_not_all_back" if after is None or made is None or after < made else "story_all_back"
        return self._say(
            self._key("story_defended" if mine else "story_defended_theirs"),
            said=self._said(reply),
            percent=half_even(_HUNDRED * lost, before),
            after=_at(one.card, 2),
            back=self._say(back),
        )

    def _key(self, key: str) -> str:
        return key if self.points else _SHORT[key]

    def path(self, sheet: FlowSheet) -> str:
        """How the policy went with the audience of the largest share."""
        weightiest = max(sheet.audiences, key=lambda one: (one.share, one.id))
        silent, made, rebutted, answered = (share(one) for one in weightiest.policy)
        return self._say(
            "story_path",
            audience=weightiest.name,
            silent=silent,
            made=made,
            rebutted=rebutted,
            answered=answered,
        )

    def sheet(self, sheet: FlowSheet) -> list[str]:
        """The whole flow sheet: by doubt, then how far the policy stood with each audience."""
        foe = sheet.foe or self._say("the_floor")
        lines = [self._say("flow_heading", turn=sheet.turn, office=sheet.office, label=sheet.label, foe=foe)]
        for row in sheet.rows:
            lines += self._row(row)
        lines.append(self._say("flow_policy"))
        for one in sheet.audiences:
            silent, made, rebutted, answered = (share(value) for value in one.policy)
            lines.append(
                "  "
                + self._say(
                    "flow_audience",
                    name=one.name,
                    share=one.share,
                    silent=silent,
                    made=made,
                    rebutted=rebutted,
                    answered=answered,
                )
            )
        return [*lines, self.verdict(sheet)] if sheet.support is not None else lines

    def _row(self, row: FlowRow) -> list[str]:
        doubts = "; ".join(
            self._say("flow_doubt", name=name, before=share(before), after=share(after))
            for name, before, after in row.doubts
        )
        key = "flow_row" if row.doubts else "flow_row_unasked"
        lines = [self._say(key, question=row.text, doubts=doubts)]
        columns = (("flow_case", row.case), ("flow_rebuttal", row.rebuttals), ("flow_reply", row.replies))
        for key, cards in columns:
            lines += [f"  {self._say(key)} {self._flow_card(one)}" for one in cards]
        lines += [f"  {self._say('flow_fed', face=one.card.face)}" for one in row.fed]
        if len(lines) == 1:
            lines.append("  " + self._say("flow_nothing"))
        return lines

    def _flow_card(self, one: FlowCard) -> str:
        path = ", ".join(share(value) for value in one.strengths if value is not None)
        mark = "flow_taken_back" if one.taken_back else "flow_stands" if one.stands else "flow_defeated"
        return self._say(
            "flow_card", face=one.card.face, path=path, mark=self._say(mark), basis=one.card.basis
        )

    def explained(self, found: Explained, faces: dict[str, str]) -> list[str]:
        """The three views, each under its own heading."""
        silent, final = fixed(found.silent, 3), fixed(found.final, 3)
        lines = [self._say("views_total", silent=silent, final=final)]
        for key, shares in (
            ("views_in_order", found.in_order),
            ("views_without", found.without),
            ("views_credit", found.credit),
        ):
            lines.append(self._say(key))
            lines += [f"  {_amount(one)} {self._play(one, faces)}" for one in shares]
        return lines

    def _play(self, one: Share, faces: dict[str, str]) -> str:
        name = one.play if one.kind in {"case", "rebuttal"} else one.play.rpartition(":")[2]
        face = faces.get(name, "")
        return f"{self._say(PLAYS[one.kind])} {face}"


def faces_of(sheet: FlowSheet) -> dict[str, str]:
    """The faces of the cards on a sheet."""
    return {
        one.card.id: one.card.face for row in sheet.rows for one in (*row.case, *row.rebuttals, *row.replies)
    }


def _at(one: FlowCard, moment: int) -> str:
    value = one.strengths[moment]
    return "-" if value is None else share(value)


def _amount(one: Share) -> str:
    sign = "+" if one.amount >= 0 else ""
    return f"{sign}{fixed(one.amount, 3)}"
