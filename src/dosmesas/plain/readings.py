"""Texts in plain mode: claims of the dossier, debates that are over, words of the glossary."""

from collections.abc import Callable, Iterator, Sequence

from attrs import frozen

from dosmesas.model.rules import Pack
from dosmesas.plain.books import Books
from dosmesas.plain.opened import note_opened
from dosmesas.plain.page import Page
from dosmesas.session.claims import against, claim_line
from dosmesas.session.session import Session
from dosmesas.session.turns import finished_turns
from dosmesas.text.catalog import say
from dosmesas.text.diagnostic import nearest


@frozen
class Readings:
    """What a seat reads."""

    session: Session
    page: Page
    seat: str

    def dossier(self, word: str) -> None:
        """A claim by its id, or those of a paragraph, each with what stands against it."""
        claims, word = self.session.pack.ruleset.dossier.claims, word.lower()
        found = [one.id for one in claims.values() if word and word in {one.id, one.paragraph.lower()}]
        if not word:
            self.page.say("dossier_heading", count=len(claims))
        elif not found and word not in self.session.pack.ruleset.assumptions:
            self.page.say("dossier_unknown", word=word, near=nearest(word, claims) or "-")
        listed = found or ([word] if word in self.session.pack.ruleset.assumptions else [])
        note_opened(self.session, self.seat, listed, self.page)
        if len(listed) == 1:
            Books(self.session, self.page, self.seat).claim(listed[0])
            return
        self.page.lines(_with_rivals(self.session.pack, listed, self.page.language))

    def of_turn(self, word: str, tell: Callable[[Session, int, str, str], list[str]], none: str) -> None:
        """What is told of the turn named, or of the last one of which there is anything to tell."""
        named = word.isascii() and word.isdigit()
        # No pack has so many turns; and a number of thousands of digits is none that Python reads.
        turns = [int(word[:6])] if named else range(finished_turns(self.session), 0, -1)
        told = (tell(self.session, turn, self.seat, self.page.language) for turn in turns)
        self.page.lines(next(filter(None, told), [say(self.page.language, none)]))

    def glossary(self, word: str) -> None:
        """What a word means, or which words there are."""
        terms = self.session.pack.ruleset.glossary
        names = {text.lower(): term for term in terms for _, text in term.term.versions}
        key = word.lower()
        starts = [name for name in sorted(names) if key and (name.startswith(key) or key in name.split())]
        term = names.get(key) or (names[starts[0]] if starts else None)
        if term is not None:
            self.page.say(
                "glossary_line", term=term.term(self.page.language), text=term.text(self.page.language)
            )
        elif key:
            self.page.say("glossary_unknown", word=word, near=nearest(key, names) or "-")
        else:
            self.page.say(
                "glossary_list", names=", ".join(sorted(term.term(self.page.language) for term in terms))
            )


def _with_rivals(pack: Pack, names: Sequence[str], language: str) -> Iterator[str]:
    """Claims, and below each what stands against it: the first time in full, then by its id."""
    told = {*names}
    for name in names:
        yield claim_line(pack, name, language)
        for other in against(pack, name):
            words = f"{other}." if other in told else claim_line(pack, other, language)
            told.add(other)
            yield f"  {say(language, 'ground_against', claim=words)}"
