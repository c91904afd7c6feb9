"""Problems for other programs: JSON, SARIF, annotations. Hostile texts stay texts."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from dosmesas.cli.check import check_paths
from dosmesas.desk.formats.github import as_github
from dosmesas.desk.formats.plain_json import as_json
from dosmesas.desk.formats.sarif import as_sarif
from dosmesas.load.locate import shipped_packs
from dosmesas.text.diagnostic import Diagnostic, Problems, Severity
from dosmesas.text.span import Span
from tests.support.phrases import literal
from tests.support.small import copy_of_small

HERE = Span("mine/events/a b,c:%.yaml", 3, 5, 3, 9)
NASTY = 'two\nlines\r::error file=x::pwned, 100% {0} [x](http://e.org) \x1b[2J\u202e <b> "q" \''
KEYS = [
    "file",
    "line",
    "column",
    "end_line",
    "end_column",
    "severity",
    "code",
    "message",
    "hint",
    "related",
    "fix",
    "suppressed",
]


def nasty() -> list[Diagnostic]:
    """As a diagnostic would hold it if no filter stood before."""
    return [
        Diagnostic("E0406", literal(NASTY), HERE, literal(NASTY), ((literal(NASTY), HERE),)),
        Diagnostic("W0310", literal("dull"), Span("b.yaml", 1, 2, 4, 1), severity=Severity.WARNING),
    ]


def test_json_has_an_object_a_problem_with_all_its_keys() -> None:
    first, second = json.loads(as_json(nasty(), "en"))
    assert list(first) == list(second) == KEYS
    assert (first["file"], first["line"], first["column"]) == (HERE.file, 3, 5)
    assert (first["end_line"], first["end_column"], first["severity"]) == (3, 9, "error")
    assert first["message"] == first["hint"] == NASTY
    assert first["related"][0]["note"] == NASTY
    assert first["related"][0]["line"] == 3
    assert (second["hint"], second["related"], second["fix"], second["severity"]) == ("", [], None, "warning")
    assert json.loads(as_json([], "en")) == []


def test_no_text_ends_an_annotation_or_begins_another() -> None:
    first, second = as_github(nasty(), "en").splitlines()
    command = re.fullmatch(r"::(error|warning) ([^\n]*?)::(.*)", first)
    assert command is not None
    pairs = dict(part.split("=", 1) for part in command[2].split(","))
    assert pairs == {
        "file": "mine/events/a b%2Cc%3A%25.yaml",
        "line": "3",
        "endLine": "3",
        "col": "5",
        "endColumn": "9",
        "title": "E0406",
    }
    back = command[3].replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
    assert back == f"{NASTY}; {NASTY}"
    assert second == "::warning file=b.yaml,line=1,endLine=4,title=W0310::dull"
    assert as_github([], "en") == ""


def test_a_diagnostic_reaches_every_format_on_one_line_and_inert() -> None:
    problems = Problems()
    problems.add("E0406", literal(NASTY), HERE, hint=literal(NASTY))
    for text in (as_json(problems, "en"), as_sarif(problems, "en"), as_github(problems, "en")):
        assert not {"\x1b", "\u202e", "\r"} & set(text)
    assert len(as_github(problems, "en").splitlines()) == 1


def structure(log: Any) -> None:
    """What the schema of SARIF 2.1.0 requires of the parts that are written."""
    assert set(log) == {"$schema", "version", "runs"}
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert set(run) == {"tool", "language", "columnKind", "results"}
    assert re.fullmatch(r"[a-z]{2}-[A-Z]{2}", run["language"])
    assert run["columnKind"] in {"utf16CodeUnits", "unicodeCodePoints"}
    driver = run["tool"]["driver"]
    assert set(driver) == {"name", "version", "rules"}
    ids = [rule["id"] for rule in driver["rules"]]
    assert len(set(ids)) == len(ids)
    for rule in driver["rules"]:
        described = {"id", "shortDescription", "fullDescription", "help", "defaultConfiguration"}
        assert set(rule) in ({"id"}, described)
        assert all(
            rule[key]["text"] for key in ("shortDescription", "fullDescription", "help") if key in rule
        )
        assert rule.get("defaultConfiguration", {"level": "none"})["level"] in {"none", "error", "warning"}
    for one in run["results"]:
        assert set(one) - {"relatedLocations"} == {"ruleId", "ruleIndex", "level", "message", "locations"}
        assert ids[one["ruleIndex"]] == one["ruleId"]
        assert one["level"] in {"none", "note", "warning", "error"}
        assert one["message"]["text"]
        assert len(one["locations"]) == 1
        for place in [*one["locations"], *one.get("relatedLocations", [])]:
            physical(place["physicalLocation"])
        assert len({place["id"] for place in one.get("relatedLocations", [])}) == len(
            one.get("relatedLocations", [])
        )


def physical(place: Any) -> None:
    assert set(place) == {"artifactLocation", "region"}
    assert re.fullmatch(r"[A-Za-z0-9._~%/:-]+", place["artifactLocation"]["uri"])
    region = place["region"]
    assert set(region) == {"startLine", "startColumn", "endLine", "endColumn"}
    assert all(isinstance(number, int) and number >= 1 for number in region.values())
    assert (region["endLine"], region["endColumn"]) > (region["startLine"], region["startColumn"])


def test_sarif_has_the_structure_that_its_schema_requires() -> None:
    log = json.loads(as_sarif([*nasty(), Diagnostic("E9999", literal("a code without a page"), HERE)], "en"))
    structure(log)
    run = log["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["E0406", "E9999", "W0310"]
    first = run["results"][0]
    assert first["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == (
        "mine/events/a%20b%2Cc%3A%25.yaml"
    )
    assert first["locations"][0]["physicalLocation"]["region"]["endColumn"] == 10
    assert "{{0}}" in first["message"]["text"]
    assert "\\[x\\](http" in first["message"]["text"]
    structure(json.loads(as_sarif([], "en")))


def test_a_rule_of_sarif_says_what_the_page_of_its_code_says() -> None:
    rule = json.loads(as_sarif(nasty(), "en"))["runs"][0]["tool"]["driver"]["rules"][0]
    assert rule["shortDescription"]["text"] == "Two events want the same turn"
    assert rule["help"]["text"].startswith("`turn:` fixes an event")
    assert rule["defaultConfiguration"]["level"] == "error"


def told(capsys: pytest.CaptureFixture[str], form: str, *paths: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stop:
        check_paths(paths, form)
    shown = capsys.readouterr()
    assert isinstance(stop.value.code, int)
    return stop.value.code, shown.out, shown.err


def broken(folder: Path) -> str:
    """A pack beside the shipped game that is wrong in many ways."""
    base = copy_of_small(folder)
    (base / "content").rename(base / "alone")
    return str(base / "alone/harbour")


@pytest.mark.parametrize("form", ["json", "sarif", "github"])
def test_data_alone_is_on_stdout_and_the_exit_code_says_the_outcome(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    code, out, err = told(capsys, form, shipped_packs()[0])
    assert (code, err) == (0, "")
    assert out.strip() in {"", "[]"} or json.loads(out)["runs"][0]["results"] == []
    code, out, err = told(capsys, form, broken(tmp_path))
    assert (code, err) == (1, "")
    count = {
        "json": lambda: len(json.loads(out)),
        "sarif": lambda: len(json.loads(out)["runs"][0]["results"]),
        "github": lambda: len([line for line in out.splitlines() if line.startswith("::")]),
    }
    assert count[form]() > 3
    if form == "sarif":
        structure(json.loads(out))
    code, out, err = told(capsys, form, "no-such-pack")
    assert (code, out) == (2, "")
    assert "no pack 'no-such-pack'" in err


def test_two_packs_are_one_list_and_what_they_share_is_told_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = broken(tmp_path)
    _, once, _ = told(capsys, "json", one)
    _, twice, _ = told(capsys, "json", one, one)
    assert json.loads(twice) == json.loads(once)


def test_text_names_the_pages_of_its_codes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _, out, _ = told(capsys, "text", broken(tmp_path))
    assert re.search(
        r"^Why it matters, and an example: dosmesas explain E0\d{3} \(also E0", out, re.MULTILINE
    )
    _, out, _ = told(capsys, "text", shipped_packs()[0])
    assert "explain" not in out
