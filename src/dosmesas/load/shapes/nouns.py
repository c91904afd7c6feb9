"""What messages call the kinds of things that have an id."""

from collections.abc import Mapping

from dosmesas.text.phrase import Phrase, phrase

A: Mapping[str, Phrase] = {
    "audience": phrase("an audience"),
    "card": phrase("a card"),
    "claim": phrase("a claim"),
    "country": phrase("a country"),
    "deal": phrase("a deal"),
    "doctrine": phrase("a doctrine"),
    "ending": phrase("an ending"),
    "event": phrase("an event"),
    "flag": phrase("a flag"),
    "indicator": phrase("an indicator"),
    "invariant": phrase("an invariant"),
    "line": phrase("a line"),
    "office": phrase("an office"),
    "option": phrase("an option"),
    "pack": phrase("a pack"),
    "place": phrase("a place"),
    "question": phrase("a question"),
    "rule": phrase("a rule"),
    "test": phrase("a test"),
    "view": phrase("a worldview"),
}
"""One of a kind."""
THE: Mapping[str, Phrase] = {
    "audience": phrase("the audience"),
    "card": phrase("the card"),
    "claim": phrase("the claim"),
    "country": phrase("the country"),
    "deal": phrase("the deal"),
    "doctrine": phrase("the doctrine"),
    "ending": phrase("the ending"),
    "event": phrase("the event"),
    "flag": phrase("the flag"),
    "indicator": phrase("the indicator"),
    "invariant": phrase("the invariant"),
    "line": phrase("the line"),
    "office": phrase("the office"),
    "option": phrase("the option"),
    "pack": phrase("the pack"),
    "place": phrase("the place"),
    "question": phrase("the question"),
    "rule": phrase("the rule"),
    "test": phrase("the test"),
    "view": phrase("the worldview"),
}
"""The one that is meant; its id follows."""
SEVERAL: Mapping[str, Phrase] = {
    "card": phrase("cards"),
    "claim": phrase("claims"),
    "indicator": phrase("indicators"),
    "line": phrase("lines"),
    "office": phrase("offices"),
    "place": phrase("places"),
    "rule": phrase("rules"),
}
"""Those that are listed by their ids."""
