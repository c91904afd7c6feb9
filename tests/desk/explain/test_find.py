"""What a name stands for: place, what moves it, what it cites and who uses it, and what a pack changed."""

import re
from pathlib import Path

import pytest
from attrs import evolve

from dosmesas.desk.explain.find import UnknownNameError, answers, explain
from tests.load.test_overrides import OWN_RULE, changed, played
from tests.support.full import cases
from tests.support.making import regatta
from tests.support.small import harbour, parley


def told(name: str, pack: object = None) -> str:
    return "\n".join(explain(pack or harbour(), name, "en"))  # type: ignore[arg-type] # a pack or nothing


def test_a_claim_says_what_it_supports_and_who_rests_on_it_where() -> None:
    text = told("talks-help")
    assert text.startswith("talks-help: claim\n")
    assert "cause, P1: Talks raise goodwill." in text
    assert "supports: pact-saves-stock" in text
    assert re.search(r"\n    option talks/sign \(\S*content/harbour/events/talks.yaml:\d+\)", text)
    assert "doubter " in text.partition("believed: ")[2]


def test_a_rival_names_its_source_and_what_it_attacks() -> None:
    text = told("fish-come-back")
    assert text.startswith("fish-come-back: rival claim\n")
    assert "attacks: pact-saves-stock" in text
    assert "attacked by: fish-come-back" in told("pact-saves-stock")


def test_a_rule_is_told_in_words_and_as_it_is_written_with_what_each_worldview_makes_of_it() -> None:
    text = told("wind-turns", regatta())
    assert "written: flags_flown and goodwill > 10" in text
    assert "Goodwill is above 10" in text
    assert "    goodwill: -0.05 * goodwill [" in text
    assert "    after: 1\n" in text
    assert "talks-help (cause, P1): Talks raise goodwill." in text
    assert "authors 100 in 100" in text


def test_a_rule_that_a_worldview_does_not_believe_says_so() -> None:
    assert "authors not at all" in " ".join(told("fish-come-back").split())


def test_an_option_is_found_by_its_short_id_too_and_says_what_it_requires() -> None:
    assert told("threaten") == told("talks/threaten")
    assert "written: goodwill >= 90" in told("threaten")
    text = told("refuse")
    assert "    chance: 50\n      goodwill: -10 [" in text
    assert "    otherwise:\n      goodwill: -1 [" in text
    assert "decided by: " in text


def test_an_option_names_its_deals_and_a_deal_its_options() -> None:
    text = told("quota")
    assert text.startswith("quota: deal")
    option = text.partition("between: ")[2].partition(": ")[2].partition(",")[0]
    assert "    quota: " in told(option)


def test_an_indicator_says_by_how_much_each_thing_moves_it_at_most() -> None:
    text = told("stock")
    assert "stock: indicator" in text
    assert "range: 0 … 100" in text
    assert "one effect moves it by at most: -" in text
    assert "talks/refuse: -2" in text
    text = " ".join(told("goodwill", regatta()).split())
    assert "wind-turns: -0.05 * goodwill (-5 to -0.5; when flags_flown and goodwill > 10)" in text


def test_a_flag_says_who_sets_it_and_who_asks_for_it() -> None:
    text = told("pact")
    assert "begins at: no" in text
    assert re.search(r"\n      quota: yes \S*content/harbour/events/talks.yaml:\d+\n", text)
    assert "ending " in text.partition("read by:")[2]


def test_events_endings_offices_and_cards_answer_too() -> None:
    assert "always in turn" in told("talks") or "tier" in told("talks")
    ending = harbour().ruleset.endings[-1].id
    assert "otherwise" in told(ending)
    office = next(iter(harbour().ruleset.offices))
    assert "mandate:" in told(office)
    card = parley().ruleset.bank.lines["quota"].cards[0]
    text = told(card.id, parley())
    assert "of: quota" in text
    assert f"answers: {card.answers}" in text


def test_a_name_of_several_kinds_is_told_as_all_of_them() -> None:
    pack = harbour()
    flags = {**pack.ruleset.flags, "talks": next(iter(pack.ruleset.flags.values()))}
    flags["talks"] = evolve(flags["talks"], id="talks")
    both = evolve(pack, ruleset=evolve(pack.ruleset, flags=flags))
    assert [one.kind for one in answers(both, "talks", "en")] == ["flag", "event"]


def test_lines_are_short_enough_for_a_narrow_window() -> None:
    from dosmesas.load.loading import load_pack

    pack = load_pack("culiacan")
    for name in ("trust", "culiacan", "costs-compete", "shared-plan", "mx.president"):
        for language in ("en", "es"):
            assert max(len(line) for line in explain(pack, name, language)) < 80


def test_an_answer_for_programs_holds_the_same_with_the_line_as_a_number() -> None:
    (answer,) = answers(harbour(), "pact", "en")
    found = answer.as_json()
    assert found["kind"] == "flag"
    assert str(found["file"]).endswith("flags.yaml")
    assert isinstance(found["line"], int)
    assert found["start"] == ["no"]


def test_what_a_pack_changed_stands_beside_what_the_game_says(tmp_path: Path) -> None:
    pack = played(changed(tmp_path / "a", start="stock: 71.5", rule=OWN_RULE))
    assert "harbour begins it at 71.5 in place of 50" in told("stock", pack)
    assert "here the fleet is small" in told("stock-shrinks", pack)
    assert "harbour replaces the rule of the game" in told("stock-shrinks", pack)
    assert "more is caught than grows" in told("stock-shrinks", pack)
    left_out = played(changed(tmp_path / "b", without="stock-shrinks"))
    assert "harbour plays without this rule of the game" in told("stock-shrinks", left_out)


def test_a_worldview_is_told_with_its_beliefs() -> None:
    assert "(--worldview doubter)" in told("doubter")


def test_an_unknown_name_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownNameError) as caught:
        explain(harbour(), "stok", "en")
    assert caught.value.nearest == "stock"


def test_everything_that_has_a_name_can_be_explained_in_both_languages() -> None:
    from dosmesas.desk.explain.find import _things
    from dosmesas.load.loading import load_pack

    for pack in (load_pack("culiacan"), regatta(), parley()):
        for language in ("en", "es"):
            for names, make in [*_things(pack, language)][:: cases(1, 7)]:
                answer = make()
                assert answer.name in names
                assert next(answer.told(language)).startswith(f"{answer.name}: ")


def test_a_word_of_the_glossary_is_told_by_its_name_in_either_language_in_small_letters_too() -> None:
    from dosmesas.load.loading import load_pack

    pack = load_pack("culiacan")
    for name in ("Rival view", "rival view", "visión rival", "VISIÓN Rival"):
        (word,) = answers(pack, name, "es")
        assert (word.kind, word.name, word.where) == ("term", "Visión rival", None)
        assert word.text == "Una afirmación que no es de los autores y contradice una suya."
    kinds = [one.kind for one in answers(pack, "trust", "en")]
    assert kinds == ["indicator", "term"]


def test_a_country_names_its_offices_and_a_doctrine_its_red_lines() -> None:
    from dosmesas.load.loading import load_pack

    assert "    su.minister: " in told("su")
    pack = load_pack("culiacan")
    hawk = " ".join(told("hawk", pack).split())
    assert hawk.startswith("hawk: doctrine of a computer official")
    assert "state_authority: 40 points, none at 35, all at 65" in hawk
    assert "capture +2.5" in hawk
    assert "never does: release" in hawk
    assert "monopoly-of-force-lost (cause, P16): " in hawk


def test_a_source_is_named_once_and_what_the_makers_chose_is_said_in_the_reader_s_language() -> None:
    from dosmesas.load.loading import load_pack

    pack = load_pack("culiacan")
    rival = " ".join("\n".join(explain(pack, "presence-deters", "es")).split())
    assert " fuente: Chalfin & McCrary" in rival
    assert "fuente: fuente:" not in rival
    assert "  fuente: quienes hicieron este juego" in explain(pack, "costs-compete", "es")
    assert "  source: the makers of this game" in explain(pack, "costs-compete", "en")
    assert "  fuente: estimación nuestra" in explain(pack, "trust", "es")
    assert any(line.startswith("  source: national-rate") for line in explain(pack, "homicides", "en"))


def test_a_spanish_answer_says_as_much_as_the_english_and_says_it_in_spanish() -> None:
    from dosmesas.desk.explain.find import _things
    from dosmesas.load.loading import load_pack

    pack = load_pack("culiacan")
    step = cases(1, 5)
    both = zip(*([*_things(pack, language)][::step] for language in ("en", "es")), strict=True)
    kinds = set()
    for (_, make), (_, hace) in both:
        english, spanish = make(), hace()
        kinds.add(english.kind)
        assert [part.key for part in english.parts] == [part.key for part in spanish.parts]
        assert english.text != spanish.text, english.name
        heads = [next(one.told(language)) for one, language in ((english, "en"), (spanish, "es"))]
        assert heads[0] != heads[1]
    assert kinds >= {"claim", "rival", "rule", "option", "event", "card", "indicator"}
