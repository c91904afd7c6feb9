"""The front pages: each country writes of its own offices first, of the other's from outside, of what it sees."""

import pytest
from attrs import evolve

from dosmesas.load.loading import load_pack
from dosmesas.model.rules import Pack
from dosmesas.session.outcome import outcome_view
from dosmesas.session.paper import FrontPage, front_pages
from dosmesas.session.session import Session
from dosmesas.session.tell_after import paper_told
from dosmesas.session.turns import finished_turns, turns_of
from dosmesas.session.views import EVERYBODY
from dosmesas.text.catalog import say
from dosmesas.text.local import Text
from tests.support.athome import apart, at_table, with_option
from tests.support.full import packs
from tests.support.making import NORDEN, SUDEN
from tests.support.playing import BOTH, do, finish, start
from tests.support.small import parley


def silent(pack: Pack) -> Pack:
    """The pack without debates."""
    return evolve(pack, stages=tuple(one for one in pack.stages if one != "argue"))


def haul(stance: str = "+5", *, deal: bool = True) -> Session:
    """Turn 1 of parley; Norden's audiences take its choice so."""
    pack = parley()
    for option in ("haul/watch-haul", "haul/take-half", "haul/take-all"):
        pack = with_option(pack, option, home={"fishers": "+20", "press": "+20"})
    pack = with_option(pack, "haul/share-haul", home={"fishers": stance, "press": stance}, clash=())
    words = ("haul", "haul") if deal else ("silent", "silent")
    third = "haul/take-half" if deal else "haul/take-all"
    return do(at_table(pack=silent(pack)), *words, "haul/share-haul", "haul/watch-haul", third)


def told(page: FrontPage) -> str:
    return " ".join(f"{one.head} {one.deck}" for one in (page.lead, *page.stories, *page.abroad, page.mood))


def test_the_readers_own_paper_comes_first() -> None:
    session = haul()
    assert [one.country for one in front_pages(session, 1, NORDEN, "en")] == ["no", "su"]
    assert [one.country for one in front_pages(session, 1, SUDEN, "en")] == ["su", "no"]


def test_a_paper_writes_of_its_own_offices_first_and_of_the_others_as_news_from_abroad() -> None:
    norden, suden = front_pages(haul(deal=False), 1, NORDEN, "en")
    assert [one.head for one in (norden.lead, *norden.stories)] == ["Share haul", "Watch haul"]
    assert [one.head for one in norden.abroad] == ["Suden: Take all"]
    assert suden.lead.head == "Take all"
    assert [one.head for one in suden.abroad] == ["Norden: Share haul", "Norden: Watch haul"]


def test_a_deal_leads_both_papers_each_in_its_own_words() -> None:
    norden, suden = front_pages(haul(), 1, NORDEN, "en")
    assert (norden.lead.head, suden.lead.head) == ("One haul for all", "Suden takes half")
    assert norden.lead.deck == say("en", "paper_deal_carried", name="A common haul")


@pytest.mark.parametrize(("stance", "fate"), [("+5", "carried"), ("-5", "watered"), ("-30", "blocked")])
def test_what_became_of_a_decision_at_home_is_told_from_inside_and_from_outside(
    stance: str, fate: str
) -> None:
    norden, suden = front_pages(haul(stance, deal=False), 1, NORDEN, "en")
    named = {"who": "Minister of Norden", "label": "Share haul"}
    decks = [one.deck for one in (norden.lead, *norden.stories)]
    assert say("en", f"paper_home_{fate}", **named) in decks
    assert say("en", f"paper_there_{fate}", **named) in [one.deck for one in suden.abroad]


def test_what_home_stopped_is_a_headline_with_the_office_and_never_the_lead() -> None:
    session = haul("-30", deal=False)
    norden, suden = front_pages(session, 1, NORDEN, "en")
    stopped = "Minister of Norden shelves a plan after protest at home"
    assert [one.head for one in (norden.lead, *norden.stories)] == ["Watch haul", stopped]
    assert [one.head for one in suden.abroad] == ["Norden: Watch haul", stopped]
    first, *_ = [one.text for one in outcome_view(session, 1, NORDEN, "en").headlines]
    assert first == "Watch haul"


def test_where_all_was_stopped_the_event_leads() -> None:
    pack = silent(parley())
    for option in ("haul/share-haul", "haul/watch-haul", "haul/take-all"):
        pack = with_option(pack, option, home={"fishers": "-30", "press": "-30"}, clash=())
    session = do(
        at_table(pack=pack), "silent", "silent", "haul/share-haul", "haul/watch-haul", "haul/take-all"
    )
    norden, suden = front_pages(session, 1, NORDEN, "en")
    title = pack.events["haul"].title("en")
    assert (norden.lead.head, suden.lead.head) == (title, title)
    assert len(norden.stories) == 2


def test_abroad_an_office_has_the_name_that_it_has_there_and_a_headline_says_its_country_once() -> None:
    pack = silent(parley())
    offices = dict(pack.ruleset.offices)
    offices[NORDEN] = evolve(offices[NORDEN], abroad=Text((("en", "the minister from Norden"),)))
    pack = evolve(pack, ruleset=evolve(pack.ruleset, offices=offices))
    pack = with_option(pack, "haul/share-haul", headline=Text((("en", "Norden shares"),)), clash=())
    session = do(
        at_table(pack=pack), "silent", "silent", "haul/share-haul", "haul/watch-haul", "haul/take-all"
    )
    norden, suden = front_pages(session, 1, NORDEN, "en")
    assert suden.abroad[0].head == "Norden shares"
    assert suden.abroad[0].deck.startswith("The minister from Norden ")
    assert norden.lead.deck.startswith("Minister of Norden: ")


def test_a_paper_has_its_masthead_or_else_the_name_of_the_press() -> None:
    pack = parley()
    assert front_pages(haul(), 1, NORDEN, "en")[0].masthead == "Norden's paper"
    countries = dict(pack.ruleset.countries)
    countries["no"] = evolve(countries["no"], masthead=Text((("en", "The Harbour Light"),)))
    pack = silent(evolve(pack, ruleset=evolve(pack.ruleset, countries=countries)))
    session = finish(Session.start(pack, haul().setup))
    page = front_pages(session, 2, NORDEN, "en")[0]
    assert page.masthead == "The Harbour Light"
    assert page.edition == say("en", "paper_edition", number=2, month=pack.begins.plus(1)("en"))


def test_the_mood_of_a_home_is_told_to_its_own_country_and_to_nobody_else() -> None:
    session = finish(Session.start(apart(), start(*apart().seats, pack=apart(), argue="all").setup))
    crews = apart().ruleset.audiences["crews"].name("en")
    for turn in range(1, finished_turns(session) + 1):
        for seat in (NORDEN, EVERYBODY):
            for page in front_pages(session, turn, seat, "en"):
                if page.country == "su":
                    assert page.mood.head != say("en", "paper_mood")
                    assert crews not in told(page)
    own = [front_pages(session, turn, SUDEN, "en")[0] for turn in range(1, finished_turns(session) + 1)]
    assert all(page.mood.head == say("en", "paper_mood") for page in own)


@pytest.mark.parametrize("name", packs(2))
@pytest.mark.parametrize("seed", [1, 2])
def test_what_one_country_reads_of_the_other_holds_no_name_of_an_audience_that_it_does_not_see(
    name: str, seed: int
) -> None:
    session = start(pack=load_pack(name), seed=seed, counterpart="random")
    ruleset = session.pack.ruleset
    for seat in (EVERYBODY, *session.pack.seats):
        hidden = [
            one.name("en") for one in ruleset.audiences.values() if not ruleset.indicators[one.id].seen(seat)
        ]
        for turn in range(1, finished_turns(session) + 1):
            for page in front_pages(session, turn, seat, "en"):
                assert not any(one in page.mood.deck for one in hidden)


@pytest.mark.parametrize("name", packs(2))
@pytest.mark.parametrize("language", ["en", "es"])
def test_every_bulletin_of_a_month_is_printed_and_no_paper_is_without_news(name: str, language: str) -> None:
    session = start(pack=load_pack(name), seed=3, counterpart="random")
    for turn in turns_of(session):
        if turn.outlook:
            continue
        pages = front_pages(session, turn.number, EVERYBODY, language)
        printed = {text for page in pages for text in page.brief}
        texts = {session.pack.bulletins[one].text(language) for one in turn.bulletins}
        assert printed == texts or len(texts) > 4
        for page in pages:
            assert page.lead.head
            assert page.abroad
            assert page.mood.deck
            assert len(page.brief) <= 2


def test_a_month_that_is_not_over_has_no_paper() -> None:
    session = haul()
    assert paper_told(session, 2, NORDEN, "en") == []
    assert paper_told(session, 0, NORDEN, "en") == []
    assert say("en", "papers_invented") in paper_told(session, 1, NORDEN, "en")


def test_without_home_tables_a_decision_is_told_without_a_vote() -> None:
    session = do(start(*BOTH), "silent", "silent", "talks/refuse", "talks/agree")
    norden, suden = front_pages(session, 1, NORDEN, "en")
    assert norden.lead.deck == say("en", "paper_home_unasked", who="Minister of Norden")
    assert suden.abroad[0].deck == say("en", "paper_there_unasked", who="Minister of Norden")
