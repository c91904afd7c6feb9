"""All lints, in the order of their codes, and how they are run."""

import gc
import os
from collections.abc import Callable, Iterable
from pathlib import Path

from dosmesas.desk.lints.play import (
    against_meaning,
    dominated,
    idle_claim,
    never_comes,
    never_fires,
    never_legal,
    never_read,
    never_set,
    no_gain,
    one_sided,
    same_effects,
    same_label,
    shadowed,
    sure_chance,
    too_late,
    unmoved,
    unused_flag,
)
from dosmesas.desk.lints.texts import (
    extra_language,
    identical,
    number_manner,
    numbers_differ,
    opening_marks,
    person_named,
    placeholders,
    reading_english,
    reading_spanish,
    shortened,
    untranslated,
)
from dosmesas.desk.lints.world import World
from dosmesas.load.loading import Loaded
from dosmesas.text.diagnostic import Diagnostic, TooManyError

_TOLD = {"W0307", "W0310"}
"""What the reader itself says of a condition with one answer."""
Rule = Callable[[World], Iterable[Diagnostic]]

RULES: tuple[Rule, ...] = (
    never_comes.rule,
    never_legal.rule,
    never_fires.rule,
    dominated.rule,
    same_effects.rule,
    one_sided.rule,
    too_late.rule,
    sure_chance.rule,
    shadowed.rule,
    never_read.rule,
    never_set.rule,
    unused_flag.rule,
    unmoved.rule,
    idle_claim.rule,
    against_meaning.rule,
    no_gain.rule,
    same_label.rule,
    untranslated.rule,
    extra_language.rule,
    identical.rule,
    placeholders.rule,
    numbers_differ.rule,
    shortened.rule,
    number_manner.rule,
    person_named.rule,
    reading_english.rule,
    reading_spanish.rule,
    opening_marks.rule,
)


def lint(loaded: Loaded, folder: Path, content: Path) -> None:
    """Add what the lints find in a pack without errors; `content` is where the packs of its ruleset lie."""
    world = world_of(loaded, folder, content)
    if world is None:
        return
    collecting = gc.isenabled()
    gc.disable()  # a collection would go through the whole pack and find nothing
    try:
        for rule in RULES:
            for one in rule(world):
                loaded.problems.note(one)
    except TooManyError:
        return
    finally:
        if collecting:
            gc.enable()


def world_of(loaded: Loaded, folder: Path, content: Path) -> World | None:
    """What the rules are given; None where the reader found errors."""
    if loaded.pack is None or loaded.reading is None:
        return None
    dead = frozenset((one.span.file, one.span.line) for one in loaded.problems.found if one.code in _TOLD)

    def elsewhere() -> str:
        found = (path for path in content.glob("*/**/*.yaml") if not path.is_relative_to(folder))
        return "\n".join(path.read_text(encoding="utf-8", errors="replace") for path in sorted(found))

    root = os.path.abspath(folder) + os.sep  # noqa: PTH100 - as shown_path does
    own = frozenset(name for name in loaded.sources.texts if os.path.abspath(name).startswith(root))  # noqa: PTH100
    return World(own, loaded.pack, loaded.reading, loaded.sources, dead, elsewhere)
