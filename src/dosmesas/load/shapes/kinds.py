"""Which files there are: where they lie, and the mapping that each of them is."""

from attrs import frozen

from dosmesas.load.shapes.content import EVENT
from dosmesas.load.shapes.debate import DEBATE, LINE
from dosmesas.load.shapes.declared import Shape
from dosmesas.load.shapes.doctrines import DOCTRINE
from dosmesas.load.shapes.dossier import SOURCE
from dosmesas.load.shapes.files import CONDUCT_FILE, LISTS
from dosmesas.load.shapes.pack import PACK
from dosmesas.load.shapes.rules import WORLDVIEW
from dosmesas.load.shapes.trials import TESTS_FILE


@frozen(eq=False, repr=False, match_args=False)
class FileKind:
    """A kind of file: its name, the mapping in it, and where it lies below seeds/, game/ or a pack."""

    name: str
    shape: Shape
    seeds: tuple[str, ...] = ()
    game: tuple[str, ...] = ()
    pack: tuple[str, ...] = ()


FILES = (
    FileKind("pack", PACK, pack=("pack.yaml",)),
    FileKind("event", EVENT, pack=("events/*.yaml",)),
    FileKind("bulletins", LISTS["bulletins"], game=("bulletins.yaml",), pack=("bulletins/*.yaml",)),
    FileKind("rules", LISTS["rules"], game=("dynamics/*.yaml",), pack=("dynamics/*.yaml",)),
    FileKind("endings", LISTS["endings"], game=("endings.yaml",), pack=("endings.yaml",)),
    FileKind("flags", LISTS["flags"], game=("flags.yaml",), pack=("flags.yaml",)),
    FileKind("counters", LISTS["counters"], game=("counters.yaml",), pack=("counters.yaml",)),
    FileKind("worldview", WORLDVIEW, game=("worldviews/*.yaml",), pack=("worldviews/*.yaml",)),
    FileKind("doctrine", DOCTRINE, game=("doctrines/*.yaml",)),
    FileKind("tests", TESTS_FILE, game=("tests/*.yaml",), pack=("tests/*.yaml",)),
    FileKind("countries", LISTS["countries"], game=("countries.yaml",)),
    FileKind("indicators", LISTS["indicators"], game=("indicators.yaml",)),
    FileKind("places", LISTS["places"], game=("places.yaml",)),
    FileKind("audiences", LISTS["audiences"], game=("audiences.yaml",)),
    FileKind("offices", LISTS["offices"], game=("offices.yaml",)),
    FileKind("assumptions", LISTS["assumptions"], game=("assumptions.yaml",)),
    FileKind("conduct", CONDUCT_FILE, game=("conduct.yaml",)),
    FileKind("debate", DEBATE, game=("debate.yaml",)),
    FileKind("line", LINE, game=("arguments/*.yaml",)),
    FileKind("glossary", LISTS["glossary"], game=("glossary.yaml",)),
    FileKind("source", SOURCE, seeds=("source.yaml",)),
    FileKind("claims", LISTS["claims"], seeds=("claims/*.yaml", "rivals.yaml")),
    FileKind("after", LISTS["after"], seeds=("after.yaml",)),
)
