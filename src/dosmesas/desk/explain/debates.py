"""What debates are made of: policy lines with their cards, questions, audiences with their doubts."""

from collections.abc import Iterator

from dosmesas.desk.explain.answer import Answer, Parts, spot
from dosmesas.desk.explain.uses import cards, options
from dosmesas.desk.explain.world import use_lines
from dosmesas.lang.describe import unparse
from dosmesas.model.arguments import Card, Line, Question
from dosmesas.model.world import Audience
from dosmesas.text.number import exact


def line(parts: Parts, one: Line) -> Answer:
    """What it argues, by the question that it answers; what is said against it and in reply; who uses it."""
    reasons = [card for card in one.cards if card.answers]
    names = {card.id for card in reasons}
    rebuttals = [card for card in one.cards if card.worsens or names.intersection(card.against)]
    replies = [card for card in one.cards if not card.answers and card not in rebuttals]
    parts.list("reasons", *_by_question(parts, reasons))
    parts.list("rebuttals", *(_against(parts, card) for card in rebuttals))
    parts.list("replies", *(_against(parts, card) for card in replies))
    parts.put("rests_on", *dict.fromkeys(claim for card in one.cards for claim in card.because))
    using = [option for _, _, option in options(parts.pack).values() if one.id in option.lines]
    parts.list("argued", *use_lines(parts, (("option", option.id, option.where) for option in using)))
    if not using:
        parts.put("argued", parts.say("explain_no_option", pack=parts.pack.id))
    return parts.answer("line", one.id, one.where, one.name(parts.language))


def question(parts: Parts, one: Question) -> Answer:
    """Who doubts it and how much, and which cards answer it or make it worse."""
    doubters = parts.pack.ruleset.bank.doubters.values()
    parts.put("stock", one.stock)
    parts.put(
        "doubted", *(f"{who.id} {exact(who.doubts[one.id])}" for who in doubters if one.id in who.doubts)
    )
    every = [card for _, card in cards(parts.pack)]
    parts.put("answered", *(card.id for card in every if card.answers == one.id))
    parts.put("cut_by", *(card.id for card in every if one.id in dict(card.cuts)))
    parts.put("worsened", *(card.id for card in every if card.worsens == one.id))
    return parts.answer("question", one.id, one.where, one.text(parts.language))


def audience(parts: Parts, one: Audience) -> Answer:
    """Who answers to it, what it doubts, and what it makes of each option."""
    language, bank = parts.language, parts.pack.ruleset.bank
    offices = parts.pack.ruleset.offices.values()
    shares = [(office.id, dict(office.audiences).get(one.id)) for office in offices]
    parts.put("heard_by", *(f"{name} {share}" for name, share in shares if share is not None))
    if doubter := bank.doubters.get(one.id):
        heaviest = sorted(doubter.doubts.items(), key=lambda pair: (-pair[1], pair[0]))
        parts.list("doubts", *(f"{_asked(parts, name)} {exact(weight)}" for name, weight in heaviest))
        parts.put("par", exact(doubter.par))
    parts.list("stances", *_stances(parts, one.id))
    return parts.answer("audience", one.id, one.where, f"{one.name(language)}\n{one.text(language)}")


def _stances(parts: Parts, name: str) -> Iterator[str]:
    for _, _, option in options(parts.pack).values():
        for audience_name, node in option.home:
            if audience_name == name:
                yield f"{option.id}: {unparse(node)} ({spot(option.where)})"


def _by_question(parts: Parts, reasons: list[Card]) -> Iterator[str]:
    """The reasons under the question that each answers, in the order in which the bank asks."""
    for name in parts.pack.ruleset.bank.questions:
        answering = [card for card in reasons if card.answers == name]
        yield from [_asked(parts, name)] if answering else []
        yield from (f"  {card.id}: {card.face(parts.language)}" for card in answering)


def _asked(parts: Parts, name: str) -> str:
    found = parts.pack.ruleset.bank.questions.get(name)
    return f"{found.text(parts.language)} ({name})" if found else name


def _against(parts: Parts, card: Card) -> str:
    """A card that speaks against others, or makes a doubt worse."""
    if card.worsens:
        aim = parts.say("explain_feeds", question=card.worsens)
    else:
        aim = parts.say("explain_aimed", cards=", ".join(card.against))
    return f"{card.id} ({aim}): {card.face(parts.language)}"
