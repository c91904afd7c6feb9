"""What hangs on a claim: effects that cite it and nothing else, on common seeds."""

from attrs import evolve

from dosmesas.desk.certificate.tornado import tornado
from dosmesas.model.rules import Pack
from dosmesas.session.tell_sensitivity import Asked, sensitivity_lines, sensitivity_record
from dosmesas.sim.sensitivity.survey import sensitivity
from dosmesas.sim.sensitivity.work import Hinge, claims_of
from dosmesas.sim.sweep.run import Here, processes
from dosmesas.sim.sweep.work import Rules
from tests.support.batches import PACKS
from tests.support.making import change, event, made, rule


def pushed() -> Pack:
    """Two rules, each on a claim of its own: one pushes the stock, the other goodwill."""
    one, two = [
        name for name, claim in sorted(PACKS["harbour"].ruleset.dossier.claims.items()) if not claim.rival
    ][:2]
    rules = (rule("a", change("stock", "1", one)), rule("b", change("goodwill", "0.5", two)))
    return made((event("day", repeats=True),), rules=rules)


def hinges(pack: Pack, games: int = 20, workers: int = 1) -> list[Hinge]:
    view = next(iter(pack.ruleset.worldviews))
    claims = claims_of(pack, pack.ruleset.worldviews[view])
    with Here() if workers == 1 else processes(workers)() as pool:
        return sensitivity(Rules.of(pack, view, ""), claims, games, 0, pool, lambda _done, _all: None)


def test_a_claim_moves_what_cites_it_and_nothing_else() -> None:
    pack = pushed()
    found = {one.claim: one for one in hinges(pack)}
    by_rule = {one.id: one.effects[0] for one in pack.ruleset.rules.values()}
    stock, goodwill = by_rule["a"].because[0], by_rule["b"].because[0]
    steps = pack.turns + 12
    assert found[stock].indicators["stock"].mean == -steps
    assert found[stock].indicators["goodwill"].mean == 0
    assert found[goodwill].indicators["goodwill"].mean == -steps / 2
    assert found[goodwill].indicators["stock"].mean == 0


def test_a_claim_in_which_nobody_believes_is_not_asked() -> None:
    pack = pushed()
    view = pack.ruleset.worldviews["authors"]
    every = claims_of(pack, view)
    assert every
    assert every[0] not in claims_of(pack, evolve(view, beliefs={every[0]: 0}))


def test_processes_come_to_the_same() -> None:
    alone, together = hinges(PACKS["regatta"]), hinges(PACKS["regatta"], workers=2)
    assert [(one.claim, one.returns) for one in alone] == [(one.claim, one.returns) for one in together]


def test_what_is_told_is_what_was_found() -> None:
    pack = pushed()
    found, asked = hinges(pack), Asked(pack, "authors", 20)
    record = sensitivity_record(asked, found)
    assert [one["claim"] for one in record["claims"]] == [one.claim for one in found]
    for language in pack.languages:
        told = "\n".join(sensitivity_lines(asked, found, language))
        assert found[0].claim in told
    drawn = tornado(asked, found, "en")
    assert drawn.startswith("<svg xmlns=")
    assert all(one.claim[:30] in drawn for one in found[:3])
