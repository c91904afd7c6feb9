"""Debates as lines of plain text, for every face: what is asked, what came of it, the flow sheet."""

from attrs import define

from dosmesas.engine.home import Band, band_of
from dosmesas.session.bands import support_word
from dosmesas.session.debates.asked import AnswerView, CaseAsked, RebutAsked, ReplyAsked, Target
from dosmesas.session.debates.cards import CardView
from dosmesas.session.debates.standing import ListenerView, Standing
from dosmesas.text.catalog import say
from dosmesas.text.number import fixed, half_even

_MILLION = 1_000_000
_ANSWERS = {
    "rest": "answer_rest",
    "reply": "answer_reply",
    "back": "answer_back",
    "concede": "answer_concede",
    "withdraw": "answer_withdraw",
}
_BANDS = {
    "carried": "band_carried",
    "watered": "band_watered",
    "blocked": "band_blocked",
    "gave_way": "band_gave_way",
    "inquiry": "band_inquiry",
}


def share(strength: int) -> str:
    """A strength in billionths with two digits: `0.71`."""
    return fixed(half_even(strength, _MILLION), 2)


def points(support: int | None) -> str:
    """Support in points of 100, whole; rounded down, so that 49.9 does not read as enough."""
    return "-" if support is None else str(support // 1000)


@define
class DebateTeller:
    """Tells what a seat is asked in a debate, in one language; support at home in points, or in bands."""

    language: str
    points: bool = True

    def _say(self, key: str, **values: object) -> str:
        return say(self.language, key, **values)

    def case(self, asked: CaseAsked, *, again: bool = False) -> list[str]:
        """The question for a case: who doubts what, and the cards; `again`, without what is known by now."""
        lines = ["", self._say("case_heading", label=asked.label), self.table(asked.before)]
        lines += [f"{number}. {self.card(card)}" for number, card in enumerate(asked.cards, 1)]
        return [*lines, self._say("case_prompt_again" if again else "case_prompt", most=asked.most)]

    def table(self, standing: Standing) -> str:
        """The home table as a whole: where it stands, and what it doubts."""
        if not self.points:
            doubts = " ".join(question for question, _ in standing.doubts)
            head = "case_first" if self._in_bands(standing) else "case_doubts_first"
            return self._say(head, support=self._where(standing), doubts=doubts)
        doubts = ", ".join(f"{question} {weight}" for question, weight in standing.doubts)
        head = "case_doubts" if standing.support is None else "case_now"
        return self._say(head, support=points(standing.support), doubts=doubts)

    def _in_bands(self, standing: Standing) -> bool:
        """Whether support is told in bands: what a seat does not see at home has none."""
        return not self.points and standing.support is not None

    def listener(self, one: ListenerView) -> str:
        """An audience with its share and its doubts."""
        doubts = ", ".join(f"{question} {weight}" for question, weight in one.doubts)
        return self._say("listener_line", name=one.name, share=one.share, doubts=doubts)

    def card(self, card: CardView) -> str:
        """A card in a line: what it says, what it answers and feeds, on what it rests."""
        feeds = self._say("card_feeds", questions=" ".join(card.feeds)) if card.feeds else ""
        worn = self._say("card_worn") if card.worn else ""
        answers = f" {card.answers}" if card.answers else ""
        return f"{card.face}.{answers} ({self._basis(card)}){feeds}{worn}"

    def _basis(self, card: CardView) -> str:
        """What a card rests on; what kinds of claims these are is told once it is opened."""
        return card.basis if self.points else card.where

    def opened(self, card: CardView) -> str:
        """A card in full: its warrant, and how far it stands."""
        return self._say("card_open", warrant=card.warrant, basis=card.basis, strength=share(card.strength))

    def tried(self, standing: Standing) -> str:
        """How a choice would stand, audience by audience."""
        if standing.support is None:
            return self._say("stands_with", strength=share(standing.strength))
        if not self.points:
            heard = "; ".join(f"{one.name}: {self._heard(one)}" for one in standing.listeners)
            return self._say("case_with_first", support=self._where(standing), heard=heard)
        heard = ", ".join(f"{one.name} {points(one.support)}" for one in standing.listeners)
        return self._say("case_with", support=points(standing.support), heard=heard)

    def _heard(self, one: ListenerView) -> str:
        """What the support of an audience alone would come to."""
        support = one.support or 0
        return support_word(band_of(support), support, self.language)

    def spoken(self, standing: Standing) -> str:
        """Where the home table stands once a case is made."""
        if self._in_bands(standing):
            return self._say("case_made_first", support=self._where(standing))
        return self._say("case_made", support=points(standing.support))

    def rebut(self, asked: RebutAsked) -> list[str]:
        """Another office's case, and what can be said against it."""
        lines = ["", self._say("rebut_heading", office=asked.office, label=asked.label)]
        lines += [f"  {letter(card, asked.case)}. {self.card(card)}" for card in asked.case]
        lines += [] if asked.case else [self._say("no_case")]
        lines.append(self._say("rebut_ready"))
        for number, one in enumerate(asked.cards, 1):
            hits = ", ".join(letter(card, asked.case) for card in one.hits)
            lines.append(f"{number}. {self.target(one, hits)}")
        return [*lines, self._say("rebut_prompt", most=asked.most)]

    def target(self, one: Target, hits: str) -> str:
        """A rebuttal and what it hits, the cards named as the listener knows them."""
        key = "rebuttal_line" if hits else "rebuttal_worsens"
        basis = self._basis(one.card)
        return self._say(key, face=one.card.face, basis=basis, hits=hits, question=one.card.answers)

    def reply(self, asked: ReplyAsked) -> list[str]:
        """What was said against the own case, and the ways to stand by it."""
        key = "reply_heading" if asked.foe else "reply_heading_floor"
        lines = ["", self._say(key, office=asked.foe, label=asked.label)]
        for one in asked.against:
            hits = ", ".join(str(card.place) for card in one.hits)
            lines.append(f"  {self.target(one, hits)}")
        made, now = self._where(asked.made), self._where(asked.now)
        key = "reply_support_first" if self._in_bands(asked.now) else "reply_support"
        key = "reply_strength" if asked.now.support is None else key
        lines.append(self._say(key, made=made, now=now))
        told = (self.answer(one, asked.now) for one in asked.answers)
        return [
            *lines,
            *(f"{number}. {line}" for number, line in enumerate(told, 1)),
            self._say("reply_prompt"),
        ]

    def answer(self, one: AnswerView, now: Standing) -> str:
        """A way to answer, and where the home table would then stand; in bands only where that changes."""
        if self._in_bands(now) and self._where(one.after) == self._where(now):
            return self.named(one)
        key = "answer_after_first" if self._in_bands(one.after) else "answer_after"
        return self._say(key, answer=self.named(one), support=self._where(one.after))

    def _where(self, standing: Standing) -> str:
        """Support at home, or where that is not seen how far the policy stands."""
        if standing.support is None or standing.band is None:
            return share(standing.strength)
        if self.points:
            return points(standing.support)
        return support_word(standing.band, standing.support, self.language)

    def named(self, one: AnswerView) -> str:
        """A way to answer, in words."""
        face = one.card.face if one.card else ""
        basis = self._basis(one.card) if one.card else ""
        place = (one.other or one.card).place if one.card else 0
        if one.kind == "back" and one.card and one.card.place and not self.points:
            return self._say("answer_back_first", place=place, with_card=one.card.place)
        quiet = one.kind == "concede" and one.after.support is None
        return self._say(_ANSWERS["withdraw" if quiet else one.kind], face=face, basis=basis, place=place)


def letter(card: CardView, case: tuple[CardView, ...]) -> str:
    """What a card of another's case is called: A, B, C."""
    return "ABC"[[one.id for one in case].index(card.id)]


def band_word(band: Band | str, language: str) -> str:
    """What a home table made of a choice, in a word or two."""
    return say(language, _BANDS[str(band)])
