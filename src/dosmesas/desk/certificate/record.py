"""A certificate for another program."""

from typing import Any

from dosmesas.sim.certificate.figures import Certificate


def certificate_record(found: Certificate) -> dict[str, Any]:
    """Everything; shares in 100, mandates in points, with 95 % intervals."""
    return {
        "pack": found.pack,
        "worldview": found.view,
        "seed": found.seed,
        "games": found.games,
        "figures": [
            {
                "kind": one.kind,
                "about": one.about,
                "value": round(one.value, 2),
                "interval": [round(one.low, 2), round(one.high, 2)],
                "bounds": [one.least, one.most],
                "verdict": str(one.verdict),
            }
            for one in found.figures
        ],
        "reach": [
            {
                "bot": one.bot,
                "games": one.games,
                "endings": {name: round(share, 2) for name, share in one.endings.items()},
                "returns": {
                    seat: [round(mean, 2), round(error, 2)] for seat, (mean, error) in one.returns.items()
                },
            }
            for one in found.reaches
        ],
        "options": [
            {
                "option": one.option,
                "seat": one.seat,
                "states": one.states,
                "best_alone": round(one.alone.percent, 1),
                "as_good": round(one.near.percent, 1),
                "behind": round(one.behind, 2),
                "dominated_by": one.dominated_by or None,
            }
            for one in found.options
        ],
        "mandate_from_outlook": {seat: round(share, 1) for seat, share in found.outlook.items()},
        "never": found.never,
        "at_a_bound": {
            name: [round(turns, 1), round(after, 1)] for name, (turns, after) in found.stuck.items()
        },
        "outside": len(found.outside()),
        "unsure": len(found.unsure()),
    }
