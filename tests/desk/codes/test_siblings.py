"""The pages of the codes in Spanish: words of their own, the examples of the English page, nothing left out."""

import re
from pathlib import Path

import pytest

from dosmesas.desk.codes import pages
from dosmesas.desk.codes.pages import NoPageError, PageError, codes, page, parse, translated
from tests.desk.codes.test_pages import GOOD

FOLDER = Path(pages.__file__).parent / "es"
SIBLING = "# E0999 Un nombre\n\nPor qué.\n\nQué hacer.\n"


def test_every_code_has_a_page_in_each_language_and_no_page_is_left_of_another() -> None:
    assert tuple(sorted(path.stem for path in FOLDER.iterdir())) == tuple(sorted(codes()))


@pytest.mark.parametrize("code", codes())
def test_a_spanish_page_says_as_much_as_the_english_in_words_of_its_own(code: str) -> None:
    english, spanish = page(code), page(code, "es")
    assert len(spanish.paragraphs) == len(english.paragraphs)
    assert spanish.name != english.name
    assert not set(spanish.paragraphs) & set(english.paragraphs)
    lengths = [sum(len(text.split()) for text in one.paragraphs) for one in (english, spanish)]
    assert 0.7 <= lengths[1] / lengths[0] <= 1.4
    assert len(spanish.name) <= 60
    assert not spanish.name.endswith(".")


@pytest.mark.parametrize("code", codes())
def test_a_spanish_page_has_the_examples_and_the_severity_of_the_english(code: str) -> None:
    english, spanish = page(code), page(code, "es")
    assert (spanish.code, spanish.severity) == (english.code, english.severity)
    assert (spanish.bad, spanish.good) == (english.bad, english.good)


@pytest.mark.parametrize("code", codes())
def test_a_key_that_is_a_phrase_is_told_in_spanish_and_names_the_same_keys(code: str) -> None:
    english, spanish = page(code).key, page(code, "es").key
    phrase = re.search(r"\b(?:the|any|and|all|others)\b(?!:)", english)
    assert (english != spanish) == bool(phrase), (english, spanish)
    assert re.findall(r"\w+(?::|\(\))", english) == re.findall(r"\w+(?::|\(\))", spanish)


@pytest.mark.parametrize("code", codes())
def test_keys_of_yaml_and_formulas_stay_as_they_are(code: str) -> None:
    def quoted(language: str) -> set[str]:
        return set(re.findall(r"`([\w.]+:|\w+\.md|\w+\.yaml)", "".join(page(code, language).paragraphs)))

    assert quoted("es") == quoted("en")


def test_no_two_codes_have_the_same_spanish_name() -> None:
    assert len({page(code, "es").name for code in codes()}) == len(codes())


def test_a_sibling_lends_its_words_and_keeps_the_key_where_it_has_none() -> None:
    found = translated(parse(GOOD), SIBLING)
    assert (found.name, found.key, found.paragraphs) == ("Un nombre", "turn:", ("Por qué.", "Qué hacer."))
    assert found.bad == parse(GOOD).bad
    named = translated(parse(GOOD), SIBLING.replace("nombre\n", "nombre\nkey: el archivo\n"))
    assert named.key == "el archivo"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("E0999", "E0998", "is headed E0998"),
        ("# E0999 Un nombre\n\n", "", "head"),
        ("Qué hacer.", "## Bad\n\nQué hacer.", "examples stand in the English page"),
        ("Qué hacer.", "    a.yaml\n    + y", "examples stand in the English page"),
    ],
)
def test_a_sibling_that_holds_more_or_less_than_words_is_refused(old: str, new: str, said: str) -> None:
    assert old in SIBLING
    with pytest.raises(PageError, match=re.escape(said)):
        translated(parse(GOOD), SIBLING.replace(old, new, 1))


def test_a_language_without_a_page_is_refused() -> None:
    with pytest.raises(NoPageError, match="fr/E0100"):
        page("E0100", "fr")
