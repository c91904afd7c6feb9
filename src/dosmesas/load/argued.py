"""What must hold of the debates of a pack: that each option can be argued, answered, and lost."""

from collections.abc import Iterable, Iterator, Mapping

from attrs import frozen

from dosmesas.load.at_home import check_home
from dosmesas.load.reading import Reading
from dosmesas.model.arguments import Argue, Bank, Card
from dosmesas.model.decks import HANDS, deck
from dosmesas.model.events import Event, Option
from dosmesas.model.rules import Pack, Ruleset
from dosmesas.text.diagnostic import Severity
from dosmesas.text.phrase import NOTHING, Phrase, phrase
from dosmesas.text.span import Span

_CUTS = 2
"""So many cards of a hand cut both ways, or debating is adding up."""


def check_bank(ruleset: Ruleset, reading: Reading) -> None:
    """Add what is wrong with the bank of cards, whoever plays it."""
    bank = ruleset.bank
    for line in bank.lines.values():
        _check_cards(line.cards, reading)
    for name, doubter in bank.doubters.items():
        if not doubter.doubts:
            message = phrase("the audience '{name}' doubts nothing", name=name)
            reading.problems.add("E0420", message, doubter.where)
    asked = {question for doubter in bank.doubters.values() for question in doubter.doubts}
    for question in bank.questions.values():
        if bank.doubters and question.id not in asked:
            message = phrase(
                "no audience asks '{question}', so what answers it changes nothing", question=question.id
            )
            hint = phrase("give it a weight under 'doubts:' of an audience, or leave the question out")
            reading.problems.add(
                "E0411", message, _declared(reading, "question", question.id, question.where), hint=hint
            )


def check_debates(pack: Pack, reading: Reading) -> None:
    """Add what is wrong with what the events of a pack put to debate and before home tables."""
    bank = pack.ruleset.bank
    check_home(pack, reading)
    for event in pack.events.values():
        _check_cards(event.cards, reading)
        if event.argue is Argue.NONE:
            continue
        for seat, options in event.seats.items():
            _check_doubters(seat, pack.ruleset, event, reading)
            for option in options:
                _check_option(option, event, bank, reading)


def _check_cards(cards: tuple[Card, ...], reading: Reading) -> None:
    by_id = {card.id: card for card in cards}
    for path in _cycles(by_id):
        message = phrase("cards speak against each other in a circle: {path}", path=" -> ".join(path))
        hint = phrase("a reply speaks against a rebuttal, a rebuttal against a reason; take one of them back")
        reading.problems.add("E0412", message, _place(reading, by_id[path[0]]), hint=hint)
    for card in cards:
        for name in card.against:
            if name not in by_id and name in reading.declared["card"]:
                message = phrase(
                    "'{card}' speaks against '{other}', which is in another file", card=card.id, other=name
                )
                related = ((phrase("it is written here"), reading.declared["card"][name]),)
                hint = phrase("write them in one line or one event, or they may never meet")
                reading.problems.add("E0421", message, _place(reading, card), hint=hint, related=related)
        if card.answers and not _answered(card, cards) and not reading.problems.errors:
            message = phrase("nothing speaks against the reason '{card}'", card=card.id)
            hint = phrase("write a rebuttal with 'against:' this card, or it wins unopposed")
            reading.problems.add(
                "W0413", message, _place(reading, card), hint=hint, severity=Severity.WARNING
            )


def _answered(card: Card, cards: Iterable[Card]) -> bool:
    """Whether something speaks against a reason in every debate in which it comes up."""
    against = [one for one in cards if card.id in one.against]
    debates = {option for one in against for option in one.not_for if card.comes_up(option)}
    return bool(against) and all(any(one.comes_up(option) for one in against) for option in debates)


def _cycles(cards: Mapping[str, Card]) -> Iterator[tuple[str, ...]]:
    """The circles among cards, each once, from its least name."""
    for start in sorted(cards):
        trail = _trail(cards, (start,))
        if trail is not None and start == min(trail):
            yield trail


def _trail(cards: Mapping[str, Card], path: tuple[str, ...]) -> tuple[str, ...] | None:
    for name in sorted(cards[path[-1]].against):
        if name == path[0]:
            return (*path, name)
        if name in cards and name not in path and (found := _trail(cards, (*path, name))):
            return found
    return None


def _check_doubters(seat: str, ruleset: Ruleset, event: Event, reading: Reading) -> None:
    office = ruleset.offices.get(seat)
    for audience, _ in office.audiences if office else ():
        if audience not in ruleset.bank.doubters:
            message = phrase(
                "'{event}' is argued, and {office} answers to '{audience}', which has no doubts",
                event=event.id,
                office=seat,
                audience=audience,
            )
            where = _declared(reading, "event", event.id, event.where)
            hint = phrase("add the audience to game/debate.yaml")
            reading.problems.add("E0420", message, where, hint=hint)


@frozen(eq=False, repr=False, match_args=False)
class _Deck:
    """The reasons of an option's deck, with what they answer and cut."""

    cards: tuple[Card, ...]

    @property
    def answered(self) -> set[str]:
        return {card.answers for card in self.cards}

    @property
    def cutting(self) -> int:
        return sum(1 for card in self.cards if card.cuts)


def _check_option(option: Option, event: Event, bank: Bank, reading: Reading) -> None:
    where = _declared(reading, "option", option.id, option.where)
    if not option.lines or option.act is None:
        missing = "lines" if not option.lines else "act"
        message = phrase("'{option}' can be argued, but has no '{key}:'", option=option.short, key=missing)
        hint = phrase("add '{key}:', or give the event 'argue: none'", key=missing)
        reading.problems.add("E0414", message, where, hint=hint)
        return
    if reading.problems.errors:  # a name that stands for nothing takes its cards away
        return
    found = _Deck(deck(option, event, bank))
    wrong = _wanting(found, bank.questions, HANDS[event.argue])
    if wrong:
        hint = phrase("add a policy line, or cards of its own to the event")
        message = phrase("the deck of '{option}' {lack}", option=option.short, lack=wrong)
        reading.problems.add("W0415", message, where, hint=hint, severity=Severity.WARNING)


def _wanting(found: _Deck, questions: Iterable[str], dealt: int) -> Phrase:
    """What a deck lacks to be a debate, or nothing."""
    unanswered = [question for question in questions if question not in found.answered]
    if unanswered:
        return phrase("has no card that answers '{question}'", question=unanswered[0])
    if len(found.cards) < dealt:
        return phrase("has {count} reasons; {wanted} are dealt", count=len(found.cards), wanted=dealt)
    if found.cutting < _CUTS:
        return phrase(
            "has {count} that cut both ways; {wanted} are wanted", count=found.cutting, wanted=_CUTS
        )
    return NOTHING


def _place(reading: Reading, card: Card) -> Span:
    return _declared(reading, "card", card.id, card.where)


def _declared(reading: Reading, kind: str, name: str, otherwise: Span) -> Span:
    return reading.declared[kind].get(name, otherwise)
