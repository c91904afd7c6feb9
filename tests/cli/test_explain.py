"""`explain` on the command line: lines for a reader, JSON for a program, the nearest of an unknown name."""

import json
from pathlib import Path

from tests.cli.running import dosmesas
from tests.cli.test_imports import HEAVY, loaded_by

E0211 = """E0211 Un texto al que le falta un idioma del escenario
error, en title:, label: y todos los textos

Un escenario dice en `languages:` en qué idiomas se puede jugar. Un texto que
falta en uno de ellos dejaría un hueco en la pantalla de quien juega en ese
idioma.

Escriba el texto también en ese idioma, o quite el idioma de `languages:`.

Así no, en game/glossary.yaml:

    - term:
        en: Quota
        es: ''

check dice:

"""
E0211_GOOD = """
Así sí, en game/glossary.yaml:

    - term:
        en: Quota
        es: Cuota
"""


def test_a_name_is_told_in_the_language_asked_for(tmp_path: Path) -> None:
    assert dosmesas(tmp_path, "explain", "trust", "--lang", "es").stdout.startswith("trust: indicador\n")


def test_json_is_a_list_of_all_that_is_called_so(tmp_path: Path) -> None:
    found, word = json.loads(dosmesas(tmp_path, "explain", "trust", "--json", "--lang", "en").stdout)
    assert (word["kind"], word["name"], word["file"]) == ("term", "Trust", None)
    assert (found["kind"], found["name"]) == ("indicator", "trust")
    assert found["file"].endswith("game/indicators.yaml")


def test_an_unknown_name_is_refused_with_the_nearest_of_any_kind(tmp_path: Path) -> None:
    for wrong, right in (("trsut", "trust"), ("both-halfs", "both-halves"), ("mx.presidnt", "mx.president")):
        done = dosmesas(tmp_path, "explain", wrong)
        assert (done.returncode, done.stdout) == (2, "")
        assert f"did you mean '{right}'?" in done.stderr


def test_explaining_loads_no_screen_and_no_game(tmp_path: Path) -> None:
    assert loaded_by(tmp_path, "explain", "trust") & HEAVY == set()


def test_the_page_of_a_code_is_told_in_spanish_from_its_name_to_its_good_example(tmp_path: Path) -> None:
    done = dosmesas(tmp_path, "explain", "E0211", "--lang", "es")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(E0211)
    assert done.stdout.endswith(E0211_GOOD)
    said = done.stdout.removeprefix(E0211).removesuffix(E0211_GOOD).splitlines()
    assert said[0].startswith("game/glossary.yaml:3:7 error E0211 ")
    assert said[1] == "    3 |       en: Quota"
    assert said[2].startswith("      |       ^ ")
    assert len(said) == 3


def test_a_warning_is_called_so_in_the_language_of_its_page(tmp_path: Path) -> None:
    assert (
        dosmesas(tmp_path, "explain", "w0508", "--lang", "en").stdout.splitlines()[1] == "warning, at chance:"
    )
    assert (
        dosmesas(tmp_path, "explain", "w0508", "--lang", "es").stdout.splitlines()[1]
        == "advertencia, en chance:"
    )


def test_the_page_of_a_code_is_told_in_the_language_that_is_set_or_else_the_locale_s(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text('language = "es"\n')
    given = {"DOSMESAS_SETTINGS": str(tmp_path / "settings.toml")}
    assert dosmesas(tmp_path, "explain", "E0406", **given).stdout.startswith("E0406 Dos sucesos ")
    assert dosmesas(tmp_path, "explain", "E0406", LC_ALL="es_MX.UTF-8").stdout.startswith(
        "E0406 Dos sucesos "
    )
    assert dosmesas(tmp_path, "explain", "E0406").stdout.startswith("E0406 Two events ")
    assert dosmesas(tmp_path, "explain", "E0406", "--lang", "en", **given).stdout.startswith(
        "E0406 Two events "
    )


def test_an_unknown_code_or_name_is_refused_in_spanish_with_the_nearest(tmp_path: Path) -> None:
    for wrong, said in (
        ("E0460", "dosmesas: no existe el código «E0460»; ¿quiso decir «E0"),
        ("Z7777", "dosmesas: no existe el código «Z7777»; docs/checks/es/ tiene la lista"),
        ("trsut", "dosmesas: en culiacan nada se llama «trsut»; ¿quiso decir «trust»?"),
        ("qqqqqq", "dosmesas: en culiacan nada se llama «qqqqqq»; los ids están en los archivos YAML"),
    ):
        done = dosmesas(tmp_path, "explain", wrong, "--lang", "es")
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith(said)
