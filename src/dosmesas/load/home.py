"""What a pack with the stage `ratify` has besides: the standing with each audience, two flags an office."""

from dosmesas.load.reading import Reading
from dosmesas.model.dossier import ESTIMATE
from dosmesas.model.home import dissent_flag, inquiry_flag
from dosmesas.model.rules import Ruleset
from dosmesas.model.world import Audience, Flag, Good, Indicator, Office
from dosmesas.text.local import Text

_RANGE = (0, 100_000)
_START = 50_000
_STANDING = {"en": "standing with {}", "es": "imagen ante {}"}
_STANDING_TEXT = {
    "en": "How far they are with the offices that answer to them, before anyone has argued. {}",
    "es": "Cuánto acompañan a los cargos que les rinden cuentas, antes de argumentar. {}",
}
_INQUIRY = {"en": "inquiry: {}", "es": "investigación: {}"}
_INQUIRY_TEXT = {
    "en": "The home table did not stand behind what the office had answered for.",
    "es": "La mesa de casa no respaldó aquello de lo que el cargo respondió.",
}
_DISSENT = {"en": "on record that it gave way: {}", "es": "cedió y quedó registrado: {}"}
_DISSENT_TEXT = {
    "en": "Two offices of one country chose what cannot be done together; this one gave way, on record.",
    "es": "Dos cargos de un país eligieron lo que no cabe junto; este cedió, y quedó registrado.",
}


def standings(ruleset: Ruleset, reading: Reading) -> list[Indicator]:
    """An indicator for each audience that some office answers to, seen by the offices of its country."""
    found = []
    for one in ruleset.audiences.values():
        answering = [office for office in ruleset.offices.values() if one.id in dict(office.audiences)]
        countries = {office.country for office in answering}
        if answering:
            seen = (office.id for office in ruleset.offices.values() if office.country in countries)
            reading.declare("indicator", one.id, reading.declared["audience"].get(one.id, one.where))
            found.append(_standing(one, frozenset(seen)))
    return found


def home_flags(ruleset: Ruleset, reading: Reading) -> list[Flag]:
    """For each office, whether it is looked into, and whether it had to give way to a colleague."""
    found = []
    for office in ruleset.offices.values():
        found.append(_flag(inquiry_flag(office.id), _INQUIRY, _INQUIRY_TEXT, office))
        found.append(_flag(dissent_flag(office.id), _DISSENT, _DISSENT_TEXT, office))
    for flag in found:
        reading.declare("flag", flag.id, flag.where)
    return found


def _standing(audience: Audience, seen: frozenset[str]) -> Indicator:
    name, text = _filled(_STANDING, audience.name), _filled(_STANDING_TEXT, audience.text)
    return Indicator(
        *(audience.id, name, Text(()), *_RANGE, _START, ESTIMATE, Good.HIGH, text, audience.where),
        seen_by=seen,
    )


def _flag(name: str, forms: dict[str, str], text: dict[str, str], office: Office) -> Flag:
    told = Text(tuple((language, text.get(language, text["en"])) for language, _ in office.name.versions))
    return Flag(name, _filled(forms, office.name), False, told, office.where)


def _filled(forms: dict[str, str], names: Text) -> Text:
    return Text(
        tuple((lang, forms.get(lang, forms["en"]).replace("{}", name)) for lang, name in names.versions)
    )
