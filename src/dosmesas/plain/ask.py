"""A question with two answers in lines of text, before a game can be shown."""

from typing import TextIO

from dosmesas.plain.page import Page


def agreed(problem: str, offer: str, source: TextIO, page: Page) -> bool | None:
    """Tell a problem and ask whether to do what is offered (1) or to stop (2); None where the input ends."""
    page.line(problem)
    page.say("ask_offer", offer=offer)
    page.say("ask_stop")
    while True:
        page.prompt()
        line = source.readline()
        if not source.isatty():
            page.line(line.strip())
        if not line:
            return None
        if line.strip() in {"1", "2"}:
            return line.strip() == "1"
        page.say("ask_again")
