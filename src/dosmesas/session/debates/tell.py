"""Debates as lines of plain text, for every face: what is asked, what came of it, the flow sheet."""

from collections.abc import Iterable

from attrs import define

from dosmesas.engine.home import Band
from dosmesas.session.debates.asked import AnswerView, CaseAsked, RebutAsked, ReplyAsked, Target
from dosmesas.session.debates.cards import CardView
from dosmesas.session.debates.standing import ListenerView, Standing
from dosmesas.text.catalog import say
from dosmesas.text.number import fixed, half_even

_MILLION = 1_000_000


def share(strength: int) -> str:
    """A strength in billionths with two digits: `0.71`."""
    return fixed(half_even(strength, _MILLION), 2)


def points(support: int | None) -> str:
    """Support in points of 100, whole; rounded down, so that 49.9 does not read as enough."""
    return "-" if support is None else str(support // 1000)


@define
class DebateTeller:
    """Tells what a seat is asked in a debate, in one language."""

    language: str

    def _say(self, key: str, **values: object) -> str:
        return say(self.language, key, **values)

    def case(self, asked: CaseAsked) -> list[str]:
        """The question for a case: who doubts what, and the cards."""
        lines = ["", self._say("case_heading", label=asked.label)]
        lines += self.listeners(asked.before)
        lines += [f"{number}. {self.card(card)}" for number, card in enumerate(asked.cards, 1)]
        return [*lines, self._say("case_prompt", most=asked.most)]

    def listeners(self, standing: Standing) -> list[str]:
        """The home table as it stands, and each audience with its doubts."""
        head = "home_doubts" if standing.support is None else "home_now"
        lines = [self._say(head, support=points(standing.support))]
        return lines + [f"  {self.listener(one)}" for one in standing.listeners]

    def listener(self, one: ListenerView) -> str:
        """An audience with its share and its doubts."""
        doubts = ", ".join(f"{question} {weight}" for question, weight in one.doubts)
        return self._say("listener_line", name=one.name, share=one.share, doubts=doubts)

    def card(self, card: CardView) -> str:
        """A card in a line: what it says, what it answers and feeds, on what it rests."""
        feeds = self._say("card_feeds", questions=" ".join(card.feeds)) if card.feeds else ""
        worn = self._say("card_worn") if card.worn else ""
        answers = f" {card.answers}" if card.answers else ""
        return f"{card.face}.{answers} ({card.basis}){feeds}{worn}"

    def opened(self, card: CardView) -> str:
        """A card in full: its warrant, and how far it stands."""
        return self._say("card_open", warrant=card.warrant, basis=card.basis, strength=share(card.strength))

    def tried(self, standing: Standing) -> str:
        """How a choice would stand, audience by audience."""
        if standing.support is None:
            return self._say("stands_with", strength=share(standing.strength))
        heard = ", ".join(f"{one.name} {points(one.support)}" for one in standing.listeners)
        return self._say("home_with", support=points(standing.support), heard=heard)

    def rebut(self, asked: RebutAsked) -> list[str]:
        """Another office's case, and what can be said against it."""
        lines = ["", self._say("rebut_heading", office=asked.office, label=asked.label)]
        lines += [f"  {self.card(card)}" for card in asked.case] or [self._say("no_case")]
        lines.append(self._say("rebut_ready"))
        lines += [f"{number}. {self.target(one)}" for number, one in enumerate(asked.cards, 1)]
        return [*lines, self._say("rebut_prompt", most=asked.most)]

    def target(self, one: Target) -> str:
        """A rebuttal and what it hits."""
        hits = "; ".join(self._quoted(card.face) for card in one.hits)
        key = "rebuttal_line" if hits else "rebuttal_worsens"
        return self._say(key, face=one.card.face, basis=one.card.basis, hits=hits, question=one.card.answers)

    def reply(self, asked: ReplyAsked) -> list[str]:
        """What was said against the own case, and the ways to stand by it."""
        key = "reply_heading" if asked.foe else "reply_heading_floor"
        lines = ["", self._say(key, office=asked.foe, label=asked.label)]
        lines += [f"  {self.target(one)}" for one in asked.against]
        made, now = self._where(asked.made), self._where(asked.now)
        key = "reply_strength" if asked.now.support is None else "reply_support"
        lines.append(self._say(key, made=made, now=now))
        lines += [f"{number}. {self.answer(one)}" for number, one in enumerate(asked.answers, 1)]
        return [*lines, self._say("reply_prompt")]

    def answer(self, one: AnswerView) -> str:
        """A way to answer, and where the home table would then stand."""
        return self._say("answer_after", answer=self.named(one), support=self._where(one.after))

    def _where(self, standing: Standing) -> str:
        """Support at home, or where that is not seen how far the policy stands."""
        return share(standing.strength) if standing.support is None else points(standing.support)

    def named(self, one: AnswerView) -> str:
        """A way to answer, in words."""
        face = one.card.face if one.card else ""
        basis = one.card.basis if one.card else ""
        other = one.other.face if one.other else ""
        return self._say(f"answer_{one.kind}", face=face, basis=basis, other=other)

    def _quoted(self, text: str) -> str:
        return self._say("quoted", text=text)


def band_word(band: Band | str, language: str) -> str:
    """What a home table made of a choice, in a word or two."""
    return say(language, f"band_{band}")


def joined(parts: Iterable[str]) -> str:
    """Parts of a line, without the empty ones."""
    return " ".join(part for part in parts if part)
