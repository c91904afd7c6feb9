"""The section of the debrief on how the case was argued: short, in both languages, and only where it was."""

import pytest

from dosmesas.session.debrief import debrief, how_argued
from dosmesas.session.setup import AUTO
from dosmesas.session.tell import Teller
from dosmesas.session.tell_marks import argued_lines
from tests.support.arguing import argue, go_on
from tests.support.making import NORDEN, SUDEN
from tests.support.playing import finish, start

SCRIPT = {
    (1, "case", NORDEN): "half-is-enough+haul-counted",
    (1, "rebut", SUDEN): "haul-was-small+nobody-counts",
    (1, "reply", NORDEN): "reply:counts-are-shared-now",
}
LONG = {
    "en": "because the fish were falling in both harbours and no minister counted them until the nets came up empty, "
    "so half of a sure catch, shared by people who meet and count together, was worth more to the fishers of either "
    "side than all of a sea in which nobody knows any more",
    "es": "porque los peces faltaban en los dos puertos y nadie los contó hasta que las redes salieron vacías, así que "
    "la mitad de una pesca segura, repartida entre quienes se reúnen y cuentan juntos, valía más para todos que "
    "un mar entero del que ya nadie sabe cuánto queda",
}


@pytest.mark.parametrize("language", ["en", "es"])
def test_it_has_at_most_120_words_a_seat_with_a_sentence_as_long_as_may_be(language: str) -> None:
    session = argue(SCRIPT)
    sentence = LONG[language]
    assert 250 <= len(sentence) <= 280
    session.say_sentence(NORDEN, sentence)
    one = tuple(one for one in how_argued(session, language) if one.sentence)
    lines = argued_lines(one, language)
    assert sentence in lines[-1]
    assert len(lines) == 9
    assert len(" ".join(lines).split()) <= 120


def test_it_tells_the_marks_and_what_they_count() -> None:
    session = argue(turns=0)
    session.note_opened(NORDEN, ["stock-falls"])
    (mine, *_) = how_argued(go_on(session, SCRIPT), "en")
    text = "\n".join(argued_lines((mine,), "en"))
    assert "How the case was argued" in text
    assert "Clash: 50.0 (1 of 2 rebuttals that hurt were met)." in text
    assert "Fit: 100.0 (2 of 2 cards met the deciding audience's largest doubts)." in text
    assert "Evidence: 33.3 (1 of 3 cards with their claims opened before)." in text
    assert "Claims: facts 1, causes 2, judgements 0, forecasts 0; rival views 0." in text
    assert "Your sentence" not in text


def test_several_players_are_told_apart_by_office() -> None:
    text = "\n".join(Teller("en").debrief(debrief(argue(SCRIPT), "en")))
    section = text.partition("How the case was argued")[2].partition("What was hidden.")[0]
    for office in ("Minister of Norden.", "Warden of Norden.", "Minister of Suden."):
        assert f"\n{office}\n" in section


def test_who_let_the_staff_argue_is_told_that_there_is_nothing_to_mark() -> None:
    found = argued_lines(how_argued(argue({}, NORDEN, argue=AUTO), "en"), "en")
    assert found[2:] == ["Your staff argued all of it; there is nothing of yours to mark."]


def test_a_game_without_debates_has_no_such_section_but_a_sentence_is_shown() -> None:
    session = finish(start(NORDEN))
    assert how_argued(session, "en") == ()
    assert argued_lines((), "en") == []
    assert "How the case" not in "\n".join(Teller("en").debrief(debrief(session, "en")))
    session.say_sentence(NORDEN, "because half is enough")
    assert 'Your sentence: "because half is enough"' in Teller("en").debrief(debrief(session, "en"))
