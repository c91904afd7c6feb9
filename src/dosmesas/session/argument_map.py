"""The debate of an event as a map: options, their questions, cards, claims, and how each bears on another.

It is what can be said at all, and not what was said in a game: every card of an option's deck. Nothing here
knows how a map is written down (argdown.py).
"""

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from attrs import field, frozen

from dosmesas.debate.table import How
from dosmesas.model.arguments import Card
from dosmesas.model.decks import counters, deck
from dosmesas.model.events import Event, Option
from dosmesas.model.rules import Pack
from dosmesas.text.catalog import say
from dosmesas.text.number import exact


class Kind(StrEnum):
    """What a node is."""

    OPTION = "option"
    QUESTION = "question"
    REASON = "reason"
    REBUTTAL = "rebuttal"
    REPLY = "reply"
    CLAIM = "claim"


class Bearing(StrEnum):
    """How one node bears on another; an undercut says that a reason does not carry, true or not."""

    SUPPORTS = "supports"
    ATTACKS = "attacks"
    UNDERCUTS = "undercuts"


@frozen
class Node:
    """One thing said. `within` tells it from others of the same title; `facts` are names and short values.

    `group` are the headings it stands under, outermost first; only options have one.
    """

    key: str
    kind: Kind
    title: str
    text: str
    within: str = ""
    tags: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    group: tuple[str, ...] = ()


@frozen
class Edge:
    """`source` bears on `target`, both keys of nodes; `aside` where the source is at home under another."""

    source: str
    target: str
    bearing: Bearing
    aside: bool = False


@frozen
class ArgumentMap:
    """Nodes in the order in which they are told, and the edges between them, each once."""

    title: str
    subtitle: str
    language: str
    nodes: Mapping[str, Node]
    edges: tuple[Edge, ...]


def argument_map(
    pack: Pack, event: Event, options: Iterable[tuple[str, Option]], language: str
) -> ArgumentMap:
    """The debates of these options (office and option) of an event, in one map."""
    maker = _Maker(pack, event, language)
    for office, option in options:
        maker.option(office, option)
    return ArgumentMap(
        event.title(language), pack.title(language), language, maker.nodes, tuple(maker.edges.values())
    )


@frozen
class _Maker:
    pack: Pack
    event: Event
    language: str
    nodes: dict[str, Node] = field(factory=dict, init=False)
    edges: dict[tuple[str, str, Bearing], Edge] = field(factory=dict, init=False)

    def option(self, office: str, option: Option) -> None:
        """An option with its questions and every card that can come up in its debate."""
        key, name = f"option:{option.id}", option.label(self.language)
        seat = self.pack.ruleset.offices[office].name(self.language)
        facts = (("id", option.short), ("lines", ", ".join(option.lines)))
        reason, tags = option.reason(self.language), ("option",)
        own = Node(key, Kind.OPTION, name, reason, seat, tags, facts, (seat, name))
        self.nodes.setdefault(key, own)
        bank = self.pack.ruleset.bank
        reasons = deck(option, self.event, bank)
        doubts = self.doubts(office)
        answered = {card.answers for card in reasons}
        asked = {
            one: f"question:{option.id}:{one}" for one in bank.questions if one in doubts or one in answered
        }
        for question, its_key in asked.items():
            self.question(its_key, question, name, doubts.get(question, {}))
            self.edge(its_key, key, Bearing.SUPPORTS)
        said = _bearing(reasons, counters(option, self.event, bank), asked)
        for card in (*reasons, *said):
            self.card(card, said)
        cards = {card.id: card for card in (*reasons, *said)}
        for card in cards.values():
            self.bearings(card, cards, asked)

    def doubts(self, office: str) -> dict[str, dict[str, int]]:
        """How much each audience of an office doubts, by question, in thousandths."""
        found: dict[str, dict[str, int]] = {}
        doubters = self.pack.ruleset.bank.doubters
        for audience, _ in self.pack.ruleset.offices[office].audiences:
            if audience in doubters:
                for question, weight in doubters[audience].doubts.items():
                    found.setdefault(question, {})[audience] = weight
        return found

    def question(self, key: str, question: str, within: str, doubts: Mapping[str, int]) -> None:
        """A question that the option has to answer, and who at home asks it, the most doubtful first."""
        found = self.pack.ruleset.bank.questions[question]
        by_weight = sorted(doubts.items(), key=lambda one: (-one[1], one[0]))
        names = self.pack.ruleset.audiences
        who = ", ".join(f"{names[one].name(self.language)} {exact(weight)}" for one, weight in by_weight)
        text = say(self.language, "graph_doubted", who=who) if who else say(self.language, "graph_undoubted")
        title, tags = found.text(self.language), ("question",)
        facts = (("id", question), ("stock", found.stock))
        self.nodes[key] = Node(key, Kind.QUESTION, title, text, within, tags, facts)

    def card(self, card: Card, said: Iterable[Card]) -> None:
        """A card, and the claims that it rests on."""
        key = _key(card)
        if key not in self.nodes:
            facts = [("id", card.id)]
            if card.cuts:
                facts.append(("cuts", ", ".join(f"{name} {exact(weight)}" for name, weight in card.cuts)))
            if card.tone:
                facts.append(("tone", f"{card.tone.value} {card.toward}".rstrip()))
            kind = _kind(card, {one.id for one in said})
            face, warrant = card.face(self.language), card.warrant(self.language)
            self.nodes[key] = Node(key, kind, face, warrant, card.id, (kind.value,), tuple(facts))
        for claim in card.because:
            self.claim(claim)
            self.edge(f"claim:{claim}", key, Bearing.SUPPORTS)

    def claim(self, claim: str) -> None:
        """A claim of the dossier with its paragraph or source, or an assumption of the game's."""
        if f"claim:{claim}" in self.nodes:
            return
        found = self.pack.ruleset.dossier.claims.get(claim)
        if found is None:
            assumed = self.pack.ruleset.assumptions[claim]
            self.rest(claim, claim, assumed.text(self.language), ("assumption",), ("source", assumed.source))
        elif found.rival:
            tags = (found.kind.value, "rival")
            self.rest(claim, claim, found.text(self.language), tags, ("source", found.source))
        else:
            title, fact = f"{found.paragraph} {claim}", ("paragraph", found.paragraph)
            self.rest(claim, title, found.text(self.language), (found.kind.value,), fact)

    def rest(self, claim: str, title: str, text: str, tags: tuple[str, ...], fact: tuple[str, str]) -> None:
        """A node on which cards rest."""
        key = f"claim:{claim}"
        self.nodes[key] = Node(key, Kind.CLAIM, title, text, "", tags, (fact,))

    def bearings(self, card: Card, cards: Mapping[str, Card], asked: Mapping[str, str]) -> None:
        """What a card of a debate bears on in it."""
        key = _key(card)
        if card.answers:
            self.edge(key, asked[card.answers], Bearing.SUPPORTS)
        for question, _ in card.cuts:
            if question in asked:
                self.edge(key, asked[question], Bearing.ATTACKS, aside=True)
        if card.worsens in asked:
            self.edge(key, asked[card.worsens], Bearing.ATTACKS)
        for target in (cards[name] for name in card.against if name in cards):
            self.against(card, target)
            if card.how is How.TURNS and target.answers:
                self.edge(key, asked[target.answers], Bearing.ATTACKS, aside=True)

    def against(self, card: Card, target: Card) -> None:
        """Who denies attacks the claims of the other card but for those that the own card rests on."""
        disputed = [claim for claim in target.because if claim not in card.because]
        if card.how is not How.DENIES:
            self.edge(_key(card), _key(target), Bearing.UNDERCUTS)
        elif disputed:
            for claim in disputed:
                self.edge(_key(card), f"claim:{claim}", Bearing.ATTACKS)
        else:
            self.edge(_key(card), _key(target), Bearing.ATTACKS)

    def edge(self, source: str, target: str, bearing: Bearing, *, aside: bool = False) -> None:
        """An edge, once."""
        self.edges.setdefault((source, target, bearing), Edge(source, target, bearing, aside))


def _key(card: Card) -> str:
    return f"card:{card.id}"


def _kind(card: Card, said: set[str]) -> Kind:
    """A card that speaks against what was said against a reason is a reply."""
    if card.answers:
        return Kind.REASON
    return Kind.REPLY if said & set(card.against) else Kind.REBUTTAL


def _bearing(reasons: Iterable[Card], said: Iterable[Card], asked: Iterable[str]) -> list[Card]:
    """The cards that bear on something in the debate: a question, a reason, or another of themselves."""
    left, names, questions = list(said), {card.id for card in reasons}, set(asked)
    kept: list[Card] = []
    while found := list(_hitting(left, names, questions)):
        kept += found
        names |= {card.id for card in found}
        left = [card for card in left if card.id not in names]
    return kept


def _hitting(cards: Iterable[Card], names: set[str], questions: set[str]) -> Iterator[Card]:
    return (card for card in cards if card.worsens in questions or names & set(card.against))
