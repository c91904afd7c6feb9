"""The map of a debate: every card of the deck, borne on as the game's own debates have it."""

from attrs import evolve

from dosmesas.model.arguments import Act
from dosmesas.model.decks import counters, deck
from dosmesas.session.argument_map import ArgumentMap, Bearing, Kind
from dosmesas.session.tell_graph import map_of
from tests.support.shipped import shipped
from tests.support.small import parley


def haul(option: str | None = None) -> ArgumentMap:
    return map_of(parley(), "haul", option, "en")


def edges(drawn: ArgumentMap) -> set[tuple[str, Bearing, str]]:
    return {(edge.source, edge.bearing, edge.target) for edge in drawn.edges}


def test_a_reason_supports_its_question_and_attacks_those_that_it_cuts() -> None:
    found = edges(haul("keep-haul"))
    assert ("card:a-tenth-gone", Bearing.SUPPORTS, "question:haul/keep-haul:serious") in found
    assert ("card:a-tenth-gone", Bearing.ATTACKS, "question:haul/keep-haul:works") in found
    assert ("question:haul/keep-haul:works", Bearing.SUPPORTS, "option:haul/keep-haul") in found


def test_who_undercuts_hits_the_reason_and_not_its_question() -> None:
    found = {edge for edge in edges(haul("keep-haul")) if edge[0] == "card:talk-is-cheap"}
    assert found == {("card:talk-is-cheap", Bearing.UNDERCUTS, "card:talks-open-doors")}


def test_who_turns_hits_the_reason_and_its_question() -> None:
    found = {edge for edge in edges(haul("keep-haul")) if edge[0] == "card:nobody-counts"}
    assert found == {
        ("card:nobody-counts", Bearing.UNDERCUTS, "card:a-pact-holds"),
        ("card:nobody-counts", Bearing.UNDERCUTS, "card:half-is-enough"),
        ("card:nobody-counts", Bearing.ATTACKS, "question:haul/keep-haul:works"),
    }


def test_who_denies_disputes_the_claim_so_every_card_on_it_is_hit() -> None:
    found = {edge for edge in edges(haul("keep-haul")) if edge[0] == "card:waters-are-warm"}
    assert found == {("card:waters-are-warm", Bearing.ATTACKS, "claim:stock-falls")}
    assert ("claim:stock-falls", Bearing.SUPPORTS, "card:a-tenth-gone") in edges(haul("keep-haul"))


def test_a_reply_undercuts_rebuttals_and_what_worsens_attacks_the_question() -> None:
    drawn = haul("keep-haul")
    assert drawn.nodes["card:counts-are-shared-now"].kind is Kind.REPLY
    assert ("card:counts-are-shared-now", Bearing.UNDERCUTS, "card:talk-is-cheap") in edges(drawn)
    assert ("card:boats-are-lost", Bearing.ATTACKS, "question:haul/keep-haul:works") in edges(drawn)


def test_options_share_cards_and_not_questions() -> None:
    whole = haul()
    options = [node for node in whole.nodes.values() if node.kind is Kind.OPTION]
    questions = [node for node in whole.nodes.values() if node.kind is Kind.QUESTION]
    assert len(options) > 2
    assert len(questions) >= 2 * len(options)
    for option in options:
        one = haul(option.key.partition("/")[2])
        assert edges(one) <= edges(whole)
        assert one.nodes.keys() <= whole.nodes.keys()


def test_a_question_says_which_audiences_ask_it_the_most_doubtful_first() -> None:
    pack = shipped("culiacan")
    drawn = map_of(pack, "second-warrant", "keep-watching", "en")
    question = drawn.nodes["question:second-warrant/keep-watching:works"]
    assert question.text.startswith(
        "Doubted at home, 0 to 1: the families' groups 0.5, the armed forces 0.45"
    )


def test_every_card_of_every_deck_is_on_the_map_of_its_event() -> None:
    pack = shipped("culiacan")
    bank, seen = pack.ruleset.bank, 0
    for event in pack.events.values():
        nodes = map_of(pack, event.id, None, "es").nodes
        for options in event.seats.values():
            for option in options:
                reasons, said = deck(option, event, bank), counters(option, event, bank)
                names = {card.id for card in reasons}
                direct = [card for card in said if card.worsens or names & {*card.against}]
                assert all(f"card:{card.id}" in nodes for card in (*reasons, *direct))
                seen += len(reasons) + len(direct)
    assert seen > 2000


def test_a_rebuttal_whose_aim_the_act_leaves_out_is_left_out() -> None:
    pack = parley()
    quota = pack.ruleset.bank.lines["quota"]
    talks = [
        evolve(card, only=(Act.CAPTURE,)) if card.id == "talks-open-doors" else card for card in quota.cards
    ]
    bank = evolve(pack.ruleset.bank, lines={"quota": evolve(quota, cards=tuple(talks))})
    changed = evolve(pack, ruleset=evolve(pack.ruleset, bank=bank))
    keys = map_of(changed, "haul", "keep-haul", "en").nodes.keys()
    assert haul("keep-haul").nodes.keys() - keys == {"card:talks-open-doors", "card:talk-is-cheap"}
    assert "card:counts-are-shared-now" in keys
