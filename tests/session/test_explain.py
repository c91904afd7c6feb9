"""What a name stands for: place, what moves it, what it cites and who uses it, and what a pack changed."""

from pathlib import Path

import pytest

from dosmesas.session.explain import UnknownNameError, explain
from tests.load.test_overrides import OWN_RULE, changed, played
from tests.support.making import regatta
from tests.support.small import harbour


def told(name: str, pack: object = None) -> str:
    return "\n".join(explain(pack or harbour(), name, "en"))  # type: ignore[arg-type] # a pack or nothing


def test_a_claim_says_what_it_supports_and_who_uses_it() -> None:
    text = told("talks-help")
    assert text.startswith("talks-help (cause, P1): Talks raise goodwill.")
    assert "supports: pact-saves-stock" in text
    assert "at work in: " in text
    assert "talks/sign" in text


def test_a_rival_names_its_source_and_what_it_attacks() -> None:
    text = told("fish-come-back")
    assert "source: makers" in text
    assert "attacks: pact-saves-stock" in text


def test_a_rule_is_told_as_it_is_written_with_its_place() -> None:
    text = told("wind-turns", regatta())
    assert "dynamics" in text
    assert (
        "    when: flags_flown and goodwill > 10\n        goodwill: -0.05 * goodwill\n        after: 1\n"
        in text
    )
    assert text.endswith("because: talks-help")


def test_an_option_is_found_by_its_short_id_too_and_says_what_it_requires() -> None:
    assert told("threaten") == told("talks/threaten")
    assert "requires: goodwill >= 90" in told("threaten")
    assert "    chance: 50\n        goodwill: -10\n    otherwise:\n        goodwill: -1" in told("refuse")


def test_an_indicator_and_a_flag_say_what_moves_them() -> None:
    assert "stock, an indicator" in told("stock")
    assert "    talks/refuse: -2" in told("stock")
    assert "pact, a flag" in told("pact")
    assert "    quota: yes" in told("pact")


def test_what_a_pack_changed_stands_beside_what_the_game_says(tmp_path: Path) -> None:
    pack = played(changed(tmp_path / "a", start="stock: 71.5", rule=OWN_RULE))
    assert "harbour changes its start" in told("stock", pack)
    assert ": 71.5 in place of 50" in told("stock", pack)
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
    from dosmesas.load.loading import load_pack

    pack = load_pack("culiacan")
    ruleset = pack.ruleset
    for name in (*ruleset.dossier.claims, *ruleset.rules, *ruleset.indicators, *ruleset.flags):
        for language in ("en", "es"):
            assert explain(pack, name, language)[0].startswith(name)
