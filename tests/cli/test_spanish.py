"""`check` in Spanish as an author in Mexico meets it: asked for, set, or spoken by the computer."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import dosmesas
from tests.support.small import copy_of_small

PACK = "small/content/harbour"
TALKS = f"{PACK}/events/talks.yaml"
SAID = f"""\
{TALKS}:33:7 error E0111 falta 'reason:' en una opción
   33 |     - option: refuse
      |       ^
{TALKS}:35:7-11 error E0110 en una opción no hay clave 'reson'
   35 |       reson: Our boats first.
      |       ^^^^^ ¿quiso decir 'reason'?
{TALKS}:63:17-29 error E0204 ninguna opción tiene el identificador 'sing'
   63 |         - when: chose("sing")
      |                 ^^^^^^^^^^^^^ ¿quiso decir 'sign'?
      'sign' se declara aquí: {TALKS}:24:15-18
Por qué importa, con un ejemplo: dosmesas explain E0111 (también E0110, E0204)
3 errores, 0 advertencias en 22 archivos.
"""
MEXICO = {"LC_ALL": "es_MX.UTF-8"}


def changed(folder: Path, *changes: tuple[str, str]) -> Path:
    """The small world in a folder, with changes to its event of talks."""
    path = copy_of_small(folder) / "content/harbour/events/talks.yaml"
    text = path.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A folder with a pack that has three slips."""
    return changed(tmp_path, ("reason: Our boats", "reson: Our boats"), ("chose('sign')", 'chose("sing")'))


def test_a_broken_pack_is_told_in_spanish_from_the_first_line_to_the_last(broken: Path) -> None:
    done = dosmesas(broken, "check", PACK, "--lang", "es")
    assert (done.returncode, done.stdout, done.stderr) == (1, SAID, "")


def test_a_warning_is_one_in_spanish_and_what_is_silenced_is_counted(tmp_path: Path) -> None:
    always = ("- when: chose('sign')", "- when: turn >= 1")
    changed(tmp_path, always)
    done = dosmesas(tmp_path, "check", PACK, "--lang", "es")
    said = "turn >= 1 se cumple siempre: turn va de 1 a 36"
    assert f"{TALKS}:63:17-25 advertencia W0307 {said}\n" in done.stdout
    assert "\n0 errores, 1 advertencia en 22 archivos. " in done.stdout
    assert done.stdout.endswith(" afirmaciones en uso.\n")
    path = tmp_path / TALKS
    path.write_text(path.read_text().replace("turn >= 1", "turn >= 1 # allow W0307: por ahora"))
    done = dosmesas(tmp_path, "check", PACK, "--lang", "es")
    assert " 1 advertencia silenciada con su razón. " in done.stdout


@pytest.mark.parametrize(
    ("words", "more", "spanish"),
    [
        ([], {}, False),
        ([], MEXICO, True),
        (["--lang", "en"], MEXICO, False),
        ([], {"DOSMESAS_SETTINGS": "es.toml"}, True),
        ([], {"DOSMESAS_SETTINGS": "en.toml", **MEXICO}, False),
        (["--lang", "es"], {"DOSMESAS_SETTINGS": "en.toml"}, True),
    ],
    ids=[
        "English",
        "the locale",
        "asked against the locale",
        "set",
        "set against the locale",
        "asked against set",
    ],
)
def test_what_is_asked_for_goes_before_what_is_set_and_that_before_the_locale(
    broken: Path, words: list[str], more: dict[str, str], *, spanish: bool
) -> None:
    for language in ("en", "es"):
        (broken / f"{language}.toml").write_text(f'language = "{language}"\n')
    done = dosmesas(broken, "check", PACK, *words, **more)
    assert ("¿quiso decir 'reason'?" in done.stdout) is spanish
    assert ("did you mean 'reason'?" in done.stdout) is not spanish


def without_words(found: Any) -> Any:
    """A record without what people read in it, but for how much there is of it."""
    if isinstance(found, dict):
        return {
            key: bool(value)
            if key in {"message", "hint", "note", "text"} and isinstance(value, str)
            else without_words(value)
            for key, value in found.items()
            if key not in {"description", "language"}
        }
    return [without_words(one) for one in found] if isinstance(found, list) else found


@pytest.mark.parametrize("form", ["json", "sarif"])
def test_for_programs_only_the_words_differ(broken: Path, form: str) -> None:
    told = {
        language: dosmesas(broken, "check", PACK, "--format", form, "--lang", language).stdout
        for language in ("en", "es")
    }
    english, spanish = json.loads(told["en"]), json.loads(told["es"])
    assert without_words(english) == without_words(spanish)
    assert "did you mean" not in told["es"]
    assert "falta 'reason:' en una opción" in told["es"]
    assert "'sign' se declara aquí" in told["es"]
    assert '"severity": "error"' in told["es"] or '"level": "error"' in told["es"]


def test_an_annotation_of_github_keeps_its_command(broken: Path) -> None:
    lines = dosmesas(broken, "check", PACK, "--format", "github", "--lang", "es").stdout.splitlines()
    assert [line.partition(" ")[0] for line in lines] == ["::error"] * 3
    assert lines[1].endswith("title=E0110::en una opción no hay clave 'reson'; ¿quiso decir 'reason'?")


def test_mending_is_told_in_spanish(broken: Path) -> None:
    done = dosmesas(broken, "check", PACK, "--lang", "es", "--fix")
    assert done.stderr == "Corregido: 3 hallazgos en 1 archivo.\n"
    assert "0 errores, 0 advertencias en 22 archivos." in done.stdout
    done = dosmesas(broken, "check", PACK, "--lang", "es", "--fix", "--dry-run")
    assert done.stderr == "No hay nada que pueda corregirse sin que usted decida.\n"


@pytest.mark.parametrize("command", ["play", "demo", "words", "simulate"])
def test_a_broken_pack_is_refused_in_spanish(broken: Path, command: str) -> None:
    done = dosmesas(broken, command, PACK, "--lang", "es")
    assert done.returncode == 1
    assert SAID in done.stderr
    assert done.stderr.endswith("dosmesas: el escenario no puede jugarse mientras tenga errores\n")


def test_tests_of_a_broken_pack_are_refused_in_spanish(broken: Path) -> None:
    done = dosmesas(broken, "test", PACK, **MEXICO)
    assert "falta 'reason:' en una opción" in done.stdout
    assert done.stdout.endswith("; sin probar: 1 carpeta; corrija antes los errores.\n")
    record = json.loads(dosmesas(broken, "test", PACK, "--json", "--lang", "es").stdout)
    assert record["problems"][0]["message"] == "falta 'reason:' en una opción"


def test_a_preview_of_a_broken_pack_is_told_in_spanish(broken: Path) -> None:
    done = dosmesas(broken, "preview", PACK, "--lang", "es")
    assert SAID in done.stdout
    assert done.stdout.endswith("El escenario no puede jugarse mientras tenga errores.\n")


def test_a_new_pack_is_begun_in_spanish(tmp_path: Path) -> None:
    done = dosmesas(tmp_path, "new", "nuevo", **MEXICO)
    assert done.returncode == 0, done.stderr
    *_, play, watch = done.stderr.splitlines()
    assert play == "Para jugarlo: dosmesas play nuevo"
    assert watch == "Mientras escribe: dosmesas preview nuevo --watch"
    done = dosmesas(tmp_path, "new", "nuevo", **MEXICO)
    assert done.stderr.startswith("dosmesas: la carpeta nuevo no está vacía; no se escribió nada.")


def test_a_broken_worldview_is_refused_in_spanish(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("worldview: mine\nbelief: {}\n")
    done = dosmesas(tmp_path, "play", "--worldview", "mine.yaml", "--lang", "es")
    assert done.returncode == 1
    assert "mine.yaml:1:1 error E0111 falta 'name:' en una visión" in done.stderr
    assert done.stderr.endswith("dosmesas: no puede jugarse con esta visión mientras tenga errores\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["check", "culiacn"], "no hay escenario 'culiacn'. ¿quiso decir 'culiacan'? Escenarios que vienen"),
        (["check", "."], "la carpeta . no tiene pack.yaml, así que no es un escenario"),
        (["play", "--as", "us.presidnt"], "¿quiso decir 'us.president'? Cargos: "),
        (["play", "--counterpart", "clever"], "no hay bot 'clever'. Hay: persona, greedy"),
        (["play", "--worldview", "zzz"], "no hay visión 'zzz'."),
    ],
)
def test_what_there_is_not_is_told_in_spanish(tmp_path: Path, words: list[str], said: str) -> None:
    done = dosmesas(tmp_path, *words, "--lang", "es")
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
