"""Rules, options, deals, events, bulletins, endings, cards and claims."""

from dosmesas.desk.explain.answer import Answer, Parts, spot
from dosmesas.desk.explain.uses import citing, options_of, reading
from dosmesas.desk.explain.words import believed_lines, effect_lines, in_words
from dosmesas.desk.explain.world import use_lines
from dosmesas.desk.movers import turns_of
from dosmesas.lang.describe import unparse
from dosmesas.lang.nodes import Node
from dosmesas.load.citations import cited_by
from dosmesas.model.arguments import Card
from dosmesas.model.effects import Effect
from dosmesas.model.events import Bulletin, Deal, Event, Option
from dosmesas.model.rules import Ending, Rule
from dosmesas.session.claims import MAKERS, against, claim_line, figure_line, origin


def claim(parts: Parts, name: str) -> Answer:
    """Text, paragraph, what it supports and attacks and the reverse, figures, belief, and who rests on it."""
    pack, language = parts.pack, parts.language
    one = pack.ruleset.dossier.claims.get(name)
    if one is None:
        made = pack.ruleset.assumptions[name]
        parts.put("source", _outside(parts, made.source))
        parts.list("used", *use_lines(parts, citing(pack, name)))
        return parts.answer("assumption", name, made.where, made.text(language))
    source = _outside(parts, one.source) if one.rival else origin(pack, one, language)
    parts.put("source", source.rstrip("."))
    parts.list("figures", *(figure_line(figure, language) for figure in one.figures))
    parts.put("supports", *one.supports)
    parts.put("attacks", *one.attacks)
    others = pack.ruleset.dossier.claims.values()
    parts.put("supported", *(other.id for other in others if name in other.supports))
    parts.put("attacked", *against(pack, name))
    parts.put("believed", *believed_lines(parts, (name,)))
    parts.list("used", *use_lines(parts, citing(pack, name)))
    where = parts.say("rival") if one.rival else one.paragraph
    text = f"{parts.say(one.kind)}, {where}: {one.text(language)}"
    return parts.answer("rival" if one.rival else "claim", name, one.where, text)


def _outside(parts: Parts, source: str) -> str:
    """Where something comes from that the article does not say."""
    return parts.say("explain_makers") if source == MAKERS else source


def rule(parts: Parts, one: Rule, kind: str = "rule") -> Answer:
    """Condition in words and as written, effects, claims, belief."""
    _condition(parts, "condition", one.when)
    parts.list("effects", *effect_lines(parts, one.effects))
    _cited(parts, one.because, one.effects)
    return parts.answer(kind, one.id, one.where, one.text(parts.language))


def option(parts: Parts, event: Event, offices: tuple[str, ...], one: Option) -> Answer:
    """Label, needs, effects, stances at home, deals, lines of argument, claims."""
    language = parts.language
    parts.put("event", f"{event.id} ({event.title(language)})")
    parts.put("offices", *offices)
    parts.put("reason", one.reason(language))
    parts.put("headline", one.headline(language))
    _condition(parts, "requires", one.requires)
    told = {"effects": one.effects, "sure": one.sure, "watered": one.watered, "blocked": one.blocked}
    for key, effects in told.items():
        parts.list(key, *effect_lines(parts, effects))
    parts.list("home", *(f"{name}: {unparse(node)}" for name, node in one.home))
    deals = [deal for deal in event.deals if any(name in {one.id, one.short} for _, name in deal.between)]
    parts.list("deals", *(f"{deal.id}: {deal.name(language)} ({spot(deal.where)})" for deal in deals))
    parts.put("clash", *one.clash)
    parts.put("act", one.act or "")
    parts.put("lines", *one.lines)
    _cited(parts, one.because, (*one.effects, *one.sure, *one.watered, *one.blocked))
    parts.list("read_by", *use_lines(parts, reading(parts.pack, one.id, frozenset({one.short}))))
    return parts.answer("option", one.id, one.where, one.label(language))


def deal(parts: Parts, event: Event, one: Deal) -> Answer:
    """Whose options it joins, effects, claims."""
    parts.put("event", f"{event.id} ({event.title(parts.language)})")
    parts.put("between", *(f"{office}: {name.rpartition('/')[2]}" for office, name in one.between))
    parts.list("effects", *effect_lines(parts, one.effects))
    _cited(parts, one.because, one.effects)
    return parts.answer("deal", one.id, one.where, one.name(parts.language))


def event(parts: Parts, one: Event) -> Answer:
    """When it comes, what can be chosen, deals, claims, and who asks whether it happened."""
    language, pack = parts.language, parts.pack
    turns = turns_of(pack, one.turn, one.when)
    first, last = turns or (0, 0)
    if not turns:
        parts.put("comes", parts.say("explain_never"))
    elif one.turn is not None:
        parts.put("comes", parts.say("graph_fixed", turn=one.turn))
    elif one.repeats:
        parts.put("comes", parts.say("graph_fallback"))
    else:
        span = str(first) if first == last else f"{first}-{last}"
        parts.put("comes", parts.say("graph_drawn", turns=span, tier=one.tier, weight=one.weight))
    _condition(parts, "condition", one.when)
    parts.put("at", *one.at)
    rows = [f"{office}: {option.short} ({option.label(language)})" for office, option in options_of(one)]
    parts.list("options", *rows)
    parts.list("deals", *(f"{deal.id}: {deal.name(language)} ({spot(deal.where)})" for deal in one.deals))
    parts.put("cards", *(card.id for card in one.cards))
    parts.put("because", *one.because)
    parts.list("read_by", *use_lines(parts, reading(pack, one.id)))
    return parts.answer("event", one.id, one.where, f"{one.title(language)}\n{one.brief(language)}")


def bulletin(parts: Parts, one: Bulletin) -> Answer:
    """When and how likely it comes, effects, claims."""
    if one.turn is not None:
        parts.put("comes", parts.say("graph_fixed", turn=one.turn))
    parts.put("chance", parts.say("graph_chance", percent=one.chance))
    _condition(parts, "condition", one.when)
    parts.put("at", *one.at)
    parts.list("effects", *effect_lines(parts, one.effects))
    _cited(parts, one.because, one.effects)
    return parts.answer("bulletin", one.id, one.where, one.text(parts.language))


def ending(parts: Parts, one: Ending) -> Answer:
    """Its condition, its place among the endings, its claims."""
    endings = parts.pack.ruleset.endings
    place = [other.id for other in endings].index(one.id)
    parts.put("order", parts.say("explain_place", place=place + 1, count=len(endings)))
    parts.put("asked_before", *(other.id for other in endings[:place]))
    _condition(parts, "condition", one.when)
    if one.when is None:
        parts.put("condition", parts.say("graph_otherwise"))
    parts.put("asked", parts.say("explain_at_once" if one.now else "explain_at_end"))
    parts.put("because", *one.because)
    return parts.answer(
        "ending", one.id, one.where, f"{one.title(parts.language)}\n{one.text(parts.language)}"
    )


def card(parts: Parts, home: str, one: Card) -> Answer:
    """What it says, answers, cuts or speaks against, its claims and what speaks against it."""
    parts.put("of_line", home)
    parts.put("answers", one.answers)
    parts.put("cuts", *(f"{name} {weight / 1000:g}" for name, weight in one.cuts))
    parts.put("against", *one.against)
    parts.put("how", one.how if one.against else "")
    parts.put("worsens", one.worsens)
    parts.put("only", *one.only)
    parts.put("not_for", *one.not_for)
    parts.put("tone", one.tone or "")
    lines = [claim_line(parts.pack, name, parts.language) for name in one.because]
    parts.list("because", *lines)
    return parts.answer(
        "card", one.id, one.where, f"{one.face(parts.language)}\n{one.warrant(parts.language)}"
    )


def _condition(parts: Parts, key: str, node: Node | None) -> None:
    if node is not None:
        parts.list(key, in_words(parts, node), parts.say("explain_written", what=unparse(node)))


def _cited(parts: Parts, because: tuple[str, ...], effects: tuple[Effect, ...]) -> None:
    """The claims with their texts, and how far they are believed in each worldview."""
    every = tuple(dict.fromkeys((*because, *sorted(cited_by(effects)))))
    parts.list("because", *(claim_line(parts.pack, name, parts.language) for name in every))
    parts.put("believed", *believed_lines(parts, because or every))
