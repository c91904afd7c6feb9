"""W0517: two options of a seat that read the same."""

from dosmesas.desk.lints.texts.told import place_of
from dosmesas.desk.lints.world import Findings, World, warn
from dosmesas.text.phrase import phrase

CODE = "W0517"


def rule(world: World) -> Findings:
    """Options that nobody at the table can tell apart by their label."""
    for event in world.pack.events.values():
        for office, options in event.seats.items():
            seen: dict[tuple[str, str], str] = {}
            for option in options:
                for language, label in option.label.versions:
                    first = seen.setdefault((language, label.casefold()), option.short)
                    if first != option.short:
                        message = phrase(
                            "'{option}' and '{other}' of {office} have the same label",
                            option=first,
                            other=option.short,
                            office=office,
                        )
                        place = place_of(option.label, language, world)
                        hint = phrase("say in each what it does that the other does not")
                        yield warn(CODE, message, place, hint=hint)
