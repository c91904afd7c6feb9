"""What must hold of options that go before a home table."""

from dosmesas.load.coherence import unseen
from dosmesas.load.reading import Reading
from dosmesas.model.events import Event, Option
from dosmesas.model.rules import Pack
from dosmesas.text.diagnostic import did_you_mean
from dosmesas.text.phrase import phrase

_TOLD = ("case-made", "inquiry", "gave-way")


def check_home(pack: Pack, reading: Reading) -> None:
    """Add what is wrong with stances and clashes, and with the stages that call for a home table."""
    _check_stages(pack, reading)
    for event in pack.events.values():
        for seat, options in event.seats.items():
            for option in options:
                _check_stances(seat, option, pack, reading)
                _check_clash(seat, option, event, pack, reading)


def _check_stages(pack: Pack, reading: Reading) -> None:
    where = reading.places.get(("stages",))
    if where is None:
        return  # no file pack.yaml, or none that could be read: told already
    if "argue" in pack.stages and "ratify" not in pack.stages:
        message = phrase("the stage 'argue' needs 'ratify': what was argued is heard at home")
        hint = phrase("add 'ratify' after 'argue', or leave out both")
        reading.problems.add("E0423", message, where, hint=hint)
    if "ratify" in pack.stages:
        for rule in (one for one in _TOLD if one not in pack.ruleset.conduct):
            message = phrase(
                "a pack with the stage 'ratify' needs '{key}:' in game/conduct.yaml",
                key=rule.replace("-", "_"),
            )
            reading.problems.add("E0111", message, where, hint=phrase("with 'because:' and 'text:'"))


def _check_stances(seat: str, option: Option, pack: Pack, reading: Reading) -> None:
    office = pack.ruleset.offices.get(seat)
    audiences = dict(office.audiences) if office else {}
    for name, amount in option.home:
        place = reading.place("home", option.id, name, otherwise=option.where)
        if office and name in pack.ruleset.audiences and name not in audiences:
            message = phrase(
                "{office} does not answer to '{audience}', so what it thinks of this changes nothing",
                office=seat,
                audience=name,
            )
            hint = did_you_mean(name, audiences) or phrase(
                "its audiences are {known}", known=tuple(audiences)
            )
            reading.problems.add("E0416", message, place, hint=hint)
        for hidden, where, related in unseen(seat, amount, pack.ruleset, reading):
            message = phrase("'home:' reads '{name}', which {office} does not see", name=hidden, office=seat)
            hint = phrase("read only what it sees")
            reading.problems.add("E0404", message, where, hint=hint, related=related)


def _check_clash(seat: str, option: Option, event: Event, pack: Pack, reading: Reading) -> None:
    offices = pack.ruleset.offices
    for other in option.clash:
        owner = next((one for one, listed in event.seats.items() if other in {it.id for it in listed}), "")
        if not owner or seat not in offices or owner not in offices:
            continue  # told already
        if owner == seat or offices[owner].country != offices[seat].country:
            message = phrase(
                "'{option}' can clash only with an option of a colleague of its own country",
                option=option.short,
            )
            where = reading.place("clash", owner, other, otherwise=option.where)
            hint = phrase("two countries may choose what they like")
            reading.problems.add("E0417", message, where, hint=hint)
