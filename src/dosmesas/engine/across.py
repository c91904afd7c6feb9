"""Who sits across from whom: the seat of the other country that answers a seat's case."""

from collections.abc import Mapping

from dosmesas.model.world import Office


def across(offices: Mapping[str, Office], seats: tuple[str, ...], seat: str) -> str:
    """The seat of the other country that answers: of the same rank where one sits, else the next in rank.

    Each answers one seat, and is answered by that seat; empty where the other country has no seat left.
    """
    country = offices[seat].country
    ordered = sorted(seats, key=lambda one: (offices[one].rank, one))
    own = [one for one in ordered if offices[one].country == country]
    others = [one for one in ordered if offices[one].country != country]
    pairs: dict[str, str] = {}
    for alike in (True, False):
        for mine in (one for one in own if one not in pairs):
            free = (one for one in others if one not in pairs.values())
            fits = (one for one in free if not alike or offices[one].rank == offices[mine].rank)
            if found := next(fits, ""):
                pairs[mine] = found
    return pairs.get(seat, "")
