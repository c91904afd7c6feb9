"""The worldviews of a pack, told: what each school believes and why; and which one a player asks for."""

from pathlib import Path

from attrs import frozen

from dosmesas.load.awake import is_awake
from dosmesas.load.view import BrokenViewError, read_view
from dosmesas.model.rules import Pack, Worldview
from dosmesas.text.catalog import say


@frozen
class Belief:
    """One claim in a worldview: how far it is believed (0 to 100), and why, where the school says so."""

    claim: str
    text: str
    percent: int
    rival: bool
    why: str


@frozen
class ViewStory:
    """A worldview in the player's language.

    `argued` are the beliefs that it gives reasons for, as written; `others` the rest of those that it sets by
    claim; `asleep` the rules that do nothing in it, by id; `rules` counts all rules.
    """

    id: str
    name: str
    text: str
    article: int
    rivals: int
    argued: tuple[Belief, ...]
    others: tuple[Belief, ...]
    asleep: tuple[str, ...]
    rules: int


def stories(pack: Pack, language: str) -> tuple[ViewStory, ...]:
    """Every worldview of a pack, by id."""
    return tuple(story(pack, view, language) for view in pack.ruleset.worldviews.values())


def story(pack: Pack, view: Worldview, language: str) -> ViewStory:
    """One worldview of a pack, or one that was read for it."""
    ruleset = pack.ruleset
    belief = ruleset.beliefs(view)
    rules = ruleset.rules.values()
    return ViewStory(
        view.id,
        view.name(language),
        view.text(language),
        view.article,
        view.rivals,
        tuple(_belief(pack, view, name, language) for name in view.rationale),
        tuple(_belief(pack, view, name, language) for name in view.beliefs if name not in view.rationale),
        tuple(rule.id for rule in rules if not is_awake(rule, belief)),
        len(rules),
    )


def _belief(pack: Pack, view: Worldview, name: str, language: str) -> Belief:
    claim = pack.ruleset.dossier.claims.get(name)
    text = claim or pack.ruleset.assumptions[name]
    why = view.rationale[name](language) if name in view.rationale else ""
    percent = pack.ruleset.beliefs(view)[name]
    return Belief(name, text.text(language), percent, claim is not None and claim.rival, why)


def view_lines(view: ViewStory, language: str) -> list[str]:
    """A worldview as lines of text."""
    lines = [say(language, "view_heading", id=view.id, name=view.name), view.text]
    lines.append(say(language, "view_usual", article=view.article, rivals=view.rivals))
    for one in view.argued:
        key = "view_belief_rival" if one.rival else "view_belief"
        lines.append(say(language, key, claim=one.claim, percent=one.percent, text=one.text))
        lines.append(f"    {one.why}")
    others = sorted(view.others, key=lambda one: (one.rival, one.claim))
    for key, rival in (("view_others", False), ("view_others_rival", True)):
        told = ", ".join(f"{one.claim} {one.percent}" for one in others if one.rival is rival)
        lines += [say(language, key, claims=told)] if told else []
    return [*lines, say(language, "view_asleep", count=len(view.asleep), rules=view.rules)]


def chosen_view(pack: Pack, word: str) -> tuple[str, str]:
    """The worldview that a player asks for by id or by file: its id, and its text where it is a file.

    Raises:
        BrokenViewError: the file has errors.
    """
    if word in pack.ruleset.worldviews or not word.endswith((".yaml", ".yml")):
        return word, ""
    loaded = read_view(Path(word), pack)
    if loaded.view is None:
        raise BrokenViewError(loaded)
    return loaded.view.id, loaded.text
