"""A tally as one page for a browser: what is missing, and every file with what was at work in it, by line.

What a colour says is also said by a sign and in words; the page needs nothing from elsewhere.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from xml.sax.saxutils import escape

from attrs import define, field

from dosmesas.desk.web import document, table_of, table_of_marks
from dosmesas.testing.coverage.lines import at, item
from dosmesas.testing.coverage.places import Place
from dosmesas.testing.coverage.words import Words
from dosmesas.text.safe import shown

_STYLE = """
body { max-width: 100rem }
.file { width: 100%; table-layout: fixed; font-size: .8rem }
.file td { border: 0; padding: 0 .5rem; vertical-align: top }
.file th:nth-child(1) { width: 3rem } .file td:nth-child(1) { text-align: right; color: #57606a }
.file th:nth-child(2) { width: 1.2rem } .file td:nth-child(2) { text-align: center; font-weight: bold }
.file td:nth-child(3) { font-family: ui-monospace, monospace; white-space: pre-wrap; overflow-wrap: anywhere }
.file th:nth-child(4) { width: 19rem }
.reached td { background: #e3f3e6 } .part td { background: #fdf1cf } .missed td { background: #fbe2dc }
tr:target td { outline: 2px solid #1b1f24 }
summary { cursor: pointer }
@media (prefers-color-scheme: dark) {
 a { color: #7aa6d6 } .file td:nth-child(1) { color: #9aa5b1 } tr:target td { outline-color: #e9edf2 }
 .reached td { background: #16311d } .part td { background: #3d3310 } .missed td { background: #47201a }
}
"""
_SIGNS = {"reached": "✓", "part": "◐", "missed": "✗"}


def coverage_page(words: Words, texts: Mapping[str, str]) -> str:
    """The whole page, of the texts of files by name."""
    page = _Page(words, texts)
    return document(words.language, words.head(), _STYLE, page.parts())


@define(eq=False)
class _Page:
    words: Words
    texts: Mapping[str, str]
    by_line: Mapping[str, Mapping[int, list[Place]]] = field(init=False)
    anchors: Mapping[str, str] = field(init=False)

    @by_line.default
    def _by_line(self) -> Mapping[str, Mapping[int, list[Place]]]:
        tally = self.words.tally
        found: dict[str, dict[int, list[Place]]] = defaultdict(lambda: defaultdict(list))
        for place in sorted(tally.places, key=lambda one: tally.standing(one.where)):
            if place.where.file in self.texts:
                found[place.where.file][place.where.line].append(place)
        return found

    @anchors.default
    def _anchors(self) -> Mapping[str, str]:
        """What the files are called within the page."""
        return {file: f"f{number}" for number, file in enumerate(self.by_line)}

    def parts(self) -> Iterator[str]:
        """Head, tables, what is missing, files."""
        words = self.words
        yield f'<h1 id="top">{escape(words.head())}</h1>'
        yield self._signs()
        yield f"<h2>{escape(words.said('summary'))}</h2>"
        yield table_of(words.rows(), [words.said(f"col_{name}") for name in ("kind", "reached", "share")])
        yield from self._missed()
        yield f"<h2>{escape(words.said('files'))}</h2>"
        files = [(self._link(name, escape(shown(name))), *self._shares(name)) for name in self.by_line]
        yield table_of_marks(files, [words.said(f"col_{name}") for name in ("file", "reached", "share")])
        for name in self.by_line:
            yield from self._file(name)

    def _signs(self) -> str:
        told = [f"{sign} {self.words.said(f'sign_{name}')}" for name, sign in _SIGNS.items()]
        told.append(self.words.said("sign_nothing"))
        return f"<p>{escape(self.words.said('key'))}: {escape('; '.join(told))}.</p>"

    def _missed(self) -> Iterator[str]:
        """What was never at work, folded by kind, with links to the lines."""
        words, tally = self.words, self.words.tally
        missed, more = tally.first_missed(), tally.missed_with()
        yield f"<h2>{escape(words.said('missed_head' if missed else 'missed_none'))}</h2>"
        for kind, places in groupby(missed, key=lambda one: one.kind):
            found = [*places]
            head = words.said("group", kind=words.kind(kind), count=len(found))
            items = "".join(f"<li>{self._item(one, more[one.key])}</li>" for one in found)
            yield f"<details><summary>{escape(head)}</summary><ul>{items}</ul></details>"

    def _item(self, place: Place, more: int) -> str:
        """As it is printed, with a link to its line."""
        text, file = escape(shown(item(self.words, place, more))), place.where.file
        if file not in self.anchors:
            return text
        where = escape(shown(at(place)))
        return text.replace(where, self._link(file, where, place.where.line), 1)

    def _link(self, file: str, text: str, line: int = 0) -> str:
        anchor = self.anchors[file] + (f"-{line}" if line else "")
        return f'<a href="#{anchor}">{text}</a>'

    def _shares(self, file: str) -> tuple[str, str]:
        """What was reached of a file."""
        places = [place for on_line in self.by_line[file].values() for place in on_line]
        share, percent = self.words.cells(self.words.tally.share(places))
        return escape(share), percent

    def _file(self, file: str) -> Iterator[str]:
        """A file, line by line."""
        words = self.words
        yield f'<h3 id="{self.anchors[file]}">{escape(shown(file))}</h3>'
        yield f'<p>{" · ".join(self._shares(file))} · <a href="#top">{escape(words.said("top"))}</a></p>'
        heads = [words.said("col_line"), "", words.said("col_text"), words.said("col_seen")]
        yield '<table class="file"><tr>' + "".join(f"<th>{escape(one)}</th>" for one in heads) + "</tr>"
        for number, text in enumerate(self.texts[file].rstrip("\n").split("\n"), 1):
            yield self._line(file, number, text)
        yield "</table>"

    def _line(self, file: str, number: int, text: str) -> str:
        """A line as a row; the ends of rows and cells are left out, as HTML allows: there are thousands."""
        places, code = self.by_line[file].get(number, []), escape(shown(text))
        if not places:
            return f"<tr><td>{number}<td><td>{code}<td>"
        state = self._state(places)
        told = escape(", ".join(dict.fromkeys(map(self.words.told, places))))
        anchor = f"{self.anchors[file]}-{number}"
        return f'<tr id="{anchor}" class="{state}"><td>{number}<td>{_SIGNS[state]}<td>{code}<td>{told}'

    def _state(self, places: Sequence[Place]) -> str:
        share = self.words.tally.share(places)
        return "reached" if share.reached == share.places else "part" if share.reached else "missed"
