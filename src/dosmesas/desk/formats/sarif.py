"""Problems as SARIF 2.1.0, for code scanning; the pages of the codes describe its rules, in English."""

import json
from collections.abc import Callable, Iterable
from pathlib import PurePath
from urllib.parse import quote

from attrs import frozen

from dosmesas import __version__
from dosmesas.desk.codes.pages import NoPageError, page
from dosmesas.desk.fix.edits import edit_of
from dosmesas.text.diagnostic import Diagnostic
from dosmesas.text.phrase import Phrase
from dosmesas.text.span import Span

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LOCALES = {"en": "en-US", "es": "es-MX"}
_Json = dict[str, object]


def as_sarif(
    problems: Iterable[Diagnostic],
    language: str,
    silenced: Iterable[tuple[Diagnostic, str]] = (),
    line: Callable[[str, int], str] = lambda _file, _line: "",
) -> str:
    """One run as SARIF; columns count characters (`columnKind`), and an end is the column after the last.

    What was silenced is there with its reason (`suppressions`); `line` gives a line of a file, for `fixes`.
    """
    found, hushed = list(problems), list(silenced)
    rules = sorted({one.code for one in (*found, *(one for one, _ in hushed))})
    teller = _Teller(language)
    results = [teller.result(one, rules.index(one.code), teller.fixes(one, line)) for one in found]
    results += [teller.result(one, rules.index(one.code), _hushed(reason)) for one, reason in hushed]
    run = {
        "tool": {"driver": {"name": "Dos Mesas", "version": __version__, "rules": [*map(_rule, rules)]}},
        "language": _LOCALES[language],
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2)


def _rule(code: str) -> _Json:
    try:
        told = page(code)
    except NoPageError:
        return {"id": code}
    text = "\n\n".join(told.paragraphs)
    return {
        "id": code,
        "shortDescription": {"text": _literal(told.name)},
        "fullDescription": {"text": _literal(told.paragraphs[0])},
        "help": {"text": _literal(text), "markdown": text},
        "defaultConfiguration": {"level": str(told.severity)},
    }


def _hushed(reason: str) -> _Json:
    return {"suppressions": [{"kind": "inSource", "justification": _literal(reason)}]}


@frozen
class _Teller:
    """Writes the results of a run in its language."""

    language: str

    def message(self, *said: Phrase) -> _Json:
        return {"text": _literal("; ".join(one.told(self.language) for one in said if one))}

    def fixes(self, one: Diagnostic, line: Callable[[str, int], str]) -> _Json:
        edit = edit_of(one, line(one.span.file, one.span.line))
        if edit is None:
            return {}
        place = _place(edit.span)
        change = {
            "artifactLocation": place["artifactLocation"],
            "replacements": [{"deletedRegion": place["region"], "insertedContent": {"text": edit.text}}],
        }
        return {"fixes": [{"description": self.message(one.hint), "artifactChanges": [change]}]}

    def result(self, one: Diagnostic, index: int, more: _Json) -> _Json:
        result: _Json = {
            "ruleId": one.code,
            "ruleIndex": index,
            "level": str(one.severity),
            "message": self.message(one.message, one.hint),
            "locations": [{"physicalLocation": _place(one.span)}],
            **more,
        }
        if one.related:
            result["relatedLocations"] = [
                {"id": number, "physicalLocation": _place(span), "message": self.message(note)}
                for number, (note, span) in enumerate(one.related, 1)
            ]
        return result


def _place(span: Span) -> _Json:
    region = {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column + 1,
    }
    return {"artifactLocation": {"uri": _uri(span.file)}, "region": region}


def _uri(file: str) -> str:
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _literal(text: str) -> str:
    """A text that is shown as it is: braces would be places to fill, brackets before a parenthesis a link."""
    text = text.replace("{", "{{").replace("}", "}}")
    return text.replace("[", "\\[").replace("]", "\\]") if "](" in text else text
