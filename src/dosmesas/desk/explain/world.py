"""Indicators, flags and offices, and what moves them; countries, doctrines, words of the glossary."""

from collections.abc import Iterable, Iterator

from dosmesas.desk.explain.answer import Answer, Parts, spot
from dosmesas.desk.explain.uses import Use, reading
from dosmesas.desk.explain.words import effect_lines
from dosmesas.desk.movers import CHOICES, Mover, movers, told
from dosmesas.model.doctrines import Doctrine
from dosmesas.model.dossier import ESTIMATE
from dosmesas.model.rules import Override, Rule, Term
from dosmesas.model.world import Country, Flag, Goal, Indicator, Office
from dosmesas.session.claims import claim_line
from dosmesas.text.number import exact, signed, spaced


def indicator(parts: Parts, one: Indicator) -> Answer:
    """Name, range, start, source, and everything that moves it."""
    language = parts.language
    parts.put("range", f"{exact(one.low)} … {exact(one.high)}{spaced(one.unit(language))}")
    parts.put("start", exact(one.start))
    parts.put("start_source", parts.say("our_estimate") if one.source == ESTIMATE else one.source)
    parts.put("good", parts.say(f"explain_good_{one.good}"))
    if one.max_step is not None:
        parts.put("max_step", exact(one.max_step))
    parts.put("seen_by", *sorted(one.seen_by))
    _moved(parts, one.id)
    watched = [office.id for office in parts.pack.ruleset.offices.values() if _aims(office, one.id)]
    parts.put("aim_of", *watched)
    parts.list("read_by", *use_lines(parts, reading(parts.pack, one.id)))
    kind = "place" if one.is_place else "counter" if one.counts else "indicator"
    return parts.answer(kind, one.id, one.where, f"{one.name(language)}\n{one.text(language)}")


def flag(parts: Parts, one: Flag) -> Answer:
    """Name, start, who sets it and who asks for it."""
    parts.put("start", parts.say("yes" if one.start else "no"))
    parts.put("seen_by", *sorted(one.seen_by))
    _moved(parts, one.id)
    parts.list("read_by", *use_lines(parts, reading(parts.pack, one.id)))
    text = f"{one.name(parts.language)}\n{one.text(parts.language)}"
    return parts.answer("flag", one.id, one.where, text)


def office(parts: Parts, one: Office) -> Answer:
    """Country, powers, mandate, audiences and dilemma."""
    language, ruleset = parts.language, parts.pack.ruleset
    country = ruleset.countries.get(one.country)
    parts.put("country", country.name(language) if country else one.country)
    parts.list("powers", *(power(language) for power in one.powers))
    parts.list("mandate", *_goals(parts, one.goals))
    parts.put("watch", *one.watch)
    parts.put("audiences", *(f"{name} {share}" for name, share in one.audiences))
    own = [
        f"{event.id}: {', '.join(option.short for option in event.seats[one.id])}"
        for event in parts.pack.events.values()
        if one.id in event.seats
    ]
    parts.list("options", *own)
    return parts.answer("office", one.id, one.where, f"{one.name(language)}\n{one.dilemma(language)}")


def country(parts: Parts, one: Country) -> Answer:
    """Its press, and its offices."""
    language = parts.language
    parts.put("press", one.masthead(language) or one.paper(language))
    offices = [office for office in parts.pack.ruleset.offices.values() if office.country == one.id]
    parts.list("its_offices", *(f"{office.id}: {office.name(language)}" for office in offices))
    return parts.answer("country", one.id, one.where, one.name(language))


def doctrine(parts: Parts, one: Doctrine) -> Answer:
    """What an official who goes by it wants, likes and never does."""
    language = parts.language
    parts.list("aims", *_goals(parts, one.goals))
    parts.put("own", parts.say("explain_of_mandate", percent=one.own))
    parts.put("likes", *(f"{act} {signed(points)}" for act, points in one.acts.items()))
    parts.put("red_lines", *sorted(one.never))
    parts.list("because", *(claim_line(parts.pack, name, language) for name in one.because))
    return parts.answer("doctrine", one.id, one.where, f"{one.name(language)}\n{one.text(language)}")


def term(parts: Parts, one: Term) -> Answer:
    """What a word of the glossary means."""
    return parts.answer("term", one.term(parts.language), None, one.text(parts.language))


def override(parts: Parts, one: Override) -> Answer:
    """What a pack changed of the game."""
    if isinstance(one.was, Indicator) and isinstance(one.now, Indicator):
        now, was = exact(one.now.start), exact(one.was.start)
        text = parts.say("explain_changed_start", pack=parts.pack.id, now=now, was=was)
    else:
        text = parts.say("explain_replaced" if one.now else "explain_left_out", pack=parts.pack.id)
        if isinstance(one.was, Rule):
            parts.put("was", one.was.text(parts.language))
            parts.list("effects", *effect_lines(parts, one.was.guarded))
    return parts.answer("change", one.id, one.where, text)


def use_lines(parts: Parts, uses: Iterable[Use]) -> Iterator[str]:
    """One line for each: kind, name and place."""
    for kind, name, where in uses:
        yield f"{parts.say(f'kind_{kind}')} {name} ({spot(where)})"


def _goals(parts: Parts, goals: tuple[Goal, ...]) -> Iterator[str]:
    for goal in goals:
        yield parts.say(
            "explain_goal",
            indicator=goal.indicator,
            weight=goal.weight,
            worst=exact(goal.worst),
            best=exact(goal.best),
        )


def _aims(one: Office, name: str) -> bool:
    return any(goal.indicator == name for goal in one.goals)


def _moved(parts: Parts, name: str) -> None:
    """What moves it: rules, then choices by the offices that take them, then bulletins."""
    rules, by_office, news = list[str](), dict[str, list[str]](), list[str]()
    found = [one for one in movers(parts.pack) if one.target == name]
    for one in found:
        line = _line(parts, one)
        if one.kind in {"rule", "conduct"}:
            rules.append(line)
        elif one.kind in CHOICES:
            by_office.setdefault(" + ".join(one.offices), []).append(line)
        else:
            news.append(line)
    if not found:
        parts.put("moved", parts.say("explain_nothing"))
    elif not found[0].is_flag:
        lowest, highest = min(one.low for one in found), max(one.high for one in found)
        parts.put("most", f"{signed(lowest)} … {signed(highest)}")
    parts.list("rules", *rules)
    lines = [
        line for key in sorted(by_office) for line in (f"{key}:", *(f"  {one}" for one in by_office[key]))
    ]
    parts.list("choices", *lines)
    parts.list("news", *news)


def _line(parts: Parts, one: Mover) -> str:
    """`partner-knows: +0.3 (when ..., chance 50 in 100, 2 turns later) game/dynamics/a.yaml:3`."""
    notes = []
    if not one.is_flag and one.written != told(one.low, one.high):
        notes.append(parts.say("explain_amount", low=signed(one.low), high=signed(one.high)))
    if one.kind in {"sure", "watered", "blocked"}:
        notes.append(parts.say(f"explain_if_{one.kind}"))
    if one.percent != 100:
        notes.append(parts.say("graph_chance", percent=one.percent))
    if one.after:
        notes.append(parts.say("explain_later", turns=one.after))
    if one.when:
        notes.append(parts.say("graph_when", what=one.when))
    noted = f" ({'; '.join(notes)})" if notes else ""
    return f"{one.owner}: {one.written}{noted} {spot(one.where)}"
