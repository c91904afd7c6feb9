"""An argument map in Argdown, a plain notation of arguments (argdown.org): for a hand-out, an editor, a diff.

Options, questions and claims become statements, cards become arguments. Below each stands what bears on it:
`+` supports, `-` attacks, `_` undercuts. Each is written out once and named from then on.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping

from attrs import field, frozen

from dosmesas.session.argument_map import ArgumentMap, Bearing, Edge, Kind, Node
from dosmesas.text.catalog import say
from dosmesas.text.safe import shown

_SIGNS = {Bearing.SUPPORTS: "+", Bearing.ATTACKS: "-", Bearing.UNDERCUTS: "_"}
_CARDS = {Kind.REASON, Kind.REBUTTAL, Kind.REPLY}
_STEP = "  "
_COLOURS = {
    "option": "#1f3a5f",
    "question": "#6b7a8f",
    "reason": "#b9dfc0",
    "rebuttal": "#f2b8b0",
    "reply": "#f3dfa6",
}
"""Statements are drawn as frames, arguments are filled: light, for the map writes on them in black."""
_SYNTAX = re.compile(r"[\\#*_\[<{]|/(?=[/*])|=(?==)|([.:])(?=\S+?\1)")
"""What Argdown might take for more than a letter: marks, comments, front matter, its short codes (`.A.`)."""
_NO_CODE = re.compile(r"([.:])(?:[B-DF-NQ-Z]|\d+)\1(?!\S+?\1)")
"""Looks like a short code and is none: `U.S.` and `0.25.` stay as they are; A, E, O and P are codes."""
_OPENING = re.compile(r"[\w¿¡\"“'(«‹…$€&%]")
_BRACKETS = str.maketrans("[]<>", "()‹›")
_TAKEN = {
    *("constructor", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable", "toLocaleString", "toString"),
    "valueOf",
}
"""What every object of the published reader has already: a title of that name would not be found."""
_PLAIN = re.compile(r"(?!(?:true|false|null|yes|no|on|off|y|n)$)[a-z]+(?:-[a-z0-9]+)*|P\d{1,2}")
"""A value that YAML takes for a text without quotation marks: an id or a word, but for its own words."""


def argdown(drawn: ArgumentMap) -> Iterator[str]:
    """The lines of the map."""
    yield from _front(drawn)
    writer = _Writer(drawn, titles(drawn))
    group: tuple[str, ...] = ()
    for node in drawn.nodes.values():
        if node.kind is Kind.OPTION:
            for level, heading in enumerate(node.group):
                if node.group[: level + 1] != group[: level + 1]:
                    yield from ("", f"{'#' * (level + 1)} {escaped(heading)}")
            group = node.group
            yield ""
            yield from writer.told(node, "", "")


def titles(drawn: ArgumentMap) -> dict[str, str]:
    """What each node is called, by its key: no two the same, and nothing in it that ends a title."""
    bare = {key: title_of(node.title) for key, node in drawn.nodes.items()}
    often = Counter(bare.values())
    found: dict[str, str] = {}
    taken = {title for title, times in often.items() if times == 1}
    for key, node in drawn.nodes.items():
        found[key] = bare[key]
        if often[bare[key]] > 1:
            found[key] = _free(f"{bare[key]} ({title_of(node.within)})", taken)
            taken.add(found[key])
    return found


def _free(title: str, taken: set[str]) -> str:
    number, free = 1, title
    while free in taken:
        number += 1
        free = f"{title} {number}"
    return free


def title_of(text: str) -> str:
    """A text as a title, in which nothing can be escaped: other brackets, and a dot before a sign."""
    title = _flat(text).translate(_BRACKETS)
    return title if _OPENING.match(title) and title[0] != "_" and title not in _TAKEN else f"· {title}"


def escaped(text: str) -> str:
    """A text on one line, with a backslash before all that Argdown would read as more than letters."""
    flat = _flat(text)

    def kept(found: re.Match[str]) -> str:
        harmless = found[1] and _NO_CODE.match(flat, found.start())
        return found[0] if harmless else f"\\{found[0]}"

    return _SYNTAX.sub(kept, flat)


def _flat(text: str) -> str:
    return " ".join(shown(text.replace("\n", " ")).split(" ")).strip()


def _quoted(text: str) -> str:
    """A text as YAML has it in quotation marks, without what would end the block around it."""
    found = json.dumps(_flat(text), ensure_ascii=False)
    return found.replace("{", "\\u007b").replace("}", "\\u007d").replace("=", "\\u003d")


def _front(drawn: ArgumentMap) -> Iterator[str]:
    yield "==="
    # Argdown's own page puts the title into its head as it is, so no tag may be left in it.
    yield f"title: {_quoted(drawn.title.translate(_BRACKETS))}"
    yield f"subTitle: {_quoted(drawn.subtitle)}"
    yield f"abstract: {_quoted(say(drawn.language, 'graph_reading'))}"
    # Right to left: a flow sheet in columns of questions, reasons, rebuttals, replies, on an upright page.
    yield from ("dot:", "  graphVizSettings:", "    rankdir: RL")
    yield from ("model:", "  removeTagsFromText: true")
    yield from ("color:", "  tagColors:")
    yield from (f'    {tag}: "{colour}"' for tag, colour in _COLOURS.items())
    yield "==="


@frozen
class _Writer:
    drawn: ArgumentMap
    titles: Mapping[str, str]
    told_of: set[str] = field(factory=set, init=False)
    bearing_on: dict[str, list[Edge]] = field(init=False)

    @bearing_on.default
    def _bearing_on(self) -> dict[str, list[Edge]]:
        found: dict[str, list[Edge]] = {}
        for edge in self.drawn.edges:
            found.setdefault(edge.target, []).append(edge)
        order = list(Bearing)
        for edges in found.values():
            # What speaks for it, then what speaks against it; each as the bank has it.
            edges.sort(key=lambda edge: (edge.aside, order.index(edge.bearing)))
        return found

    def told(self, node: Node, indent: str, sign: str) -> Iterator[str]:
        """The node written out, and below it all that bears on it."""
        self.told_of.add(node.key)
        tags = "".join(f" #{tag}" for tag in node.tags)
        facts = ", ".join(self.facts(node))
        yield f"{indent}{sign}{self.name(node)}: {escaped(node.text)}{tags} {{{facts}}}"
        for edge in self.bearing_on.get(node.key, ()):
            yield from self.edge(edge, indent + _STEP)

    def edge(self, edge: Edge, indent: str) -> Iterator[str]:
        """One that bears on what stands above: written out where it is at home, else named."""
        source, sign = self.drawn.nodes[edge.source], f"{_SIGNS[edge.bearing]} "
        if edge.aside or source.key in self.told_of:
            yield f"{indent}{sign}{self.name(source)}"
        else:
            yield from self.told(source, indent, sign)

    def name(self, node: Node) -> str:
        """The title in the brackets of an argument or of a statement."""
        return f"<{self.titles[node.key]}>" if node.kind in _CARDS else f"[{self.titles[node.key]}]"

    def facts(self, node: Node) -> Iterator[str]:
        """What the node says of itself; a claim that nobody disputes stays in the text and out of the map."""
        for name, value in node.facts:
            yield f"{name}: {value if _PLAIN.fullmatch(value) else _quoted(value)}"
        if node.kind is Kind.CLAIM and node.key not in self.bearing_on:
            yield "isInMap: false"
