"""A JSON Schema of each kind of file, made of the shapes that the readers read by.

Draft 7, which the YAML language server knows best. Beside a `$ref` nothing else stands, for by that draft it
would not count. Ids are suggested, not demanded: what is unknown is for `dosmesas check` to tell.
"""

from collections.abc import Mapping

from dosmesas.desk.schema.known import Known
from dosmesas.load.expressions import LISTS as CONDITION_LISTS
from dosmesas.load.shapes.declared import Form, Key, Shape, Value
from dosmesas.load.shapes.effects import CHANGE, NESTED
from dosmesas.load.shapes.kinds import FILES, FileKind
from dosmesas.model.limits import ID_CHARACTERS, LIST_ENTRIES
from dosmesas.text.local import LANGUAGES
from dosmesas.text.number import as_json

Json = dict[str, object]

DRAFT = "http://json-schema.org/draft-07/schema#"
_ID = "^[a-z][a-z0-9_.-]*$"
_FULL_ID = "^[a-z][a-z0-9_.-]*(/[a-z0-9_.-]+)?$"
_EXPRESSION_CHARACTERS = 400
_WORD = ["string", "number", "boolean"]
"""A scalar that the reader takes as text, whatever YAML makes of it."""
_YES_NO: Json = {"enum": ["yes", "no", True, False]}
_OPEN: Mapping[str, Json] = {
    "indicator": {"type": _WORD},
    "flag": _YES_NO,
    "office": {"anyOf": [{"type": _WORD}, {"type": "array", "items": {"type": _WORD}, "minItems": 1}]},
}
"""What stands under a key that is an id."""
_CONDITION_LISTS = {
    "all": "Holds when every condition of the list does.",
    "any": "Holds when at least one condition of the list does.",
    "not": "Holds when none of the conditions does.",
}


def schemas(known: Known) -> dict[str, Json]:
    """The schema of every kind of file, by the name of the kind."""
    return {kind.name: _Writer(known).document(kind) for kind in FILES}


class _Writer:
    def __init__(self, known: Known) -> None:
        self.known = known

    def document(self, kind: FileKind) -> Json:
        """The schema of a kind of file."""
        schema = {"$schema": DRAFT, "title": f"Dos Mesas: {kind.name}", **self.mapping(kind.shape)}
        known = {
            "effect": self.effect(),
            "condition": self.conditions(),
            **{f"id-{name}": self.names(name) for name in self.known.ids if self.known.ids[name]},
        }
        return {**schema, "definitions": {name: known[name] for name in sorted(_used(schema, known))}}

    def mapping(self, shape: Shape) -> Json:
        """A mapping with the keys of a shape."""
        open_ones = {name: it for kind in shape.open for name, it in self.changes(kind, _OPEN[kind]).items()}
        return {
            "type": "object",
            "description": shape.about or str(shape.what),
            "properties": {**open_ones, **{one.name: self.key(one) for one in shape.listed}},
            "required": [one.name for one in shape.listed if one.required],
            "additionalProperties": _OPEN[shape.open[0]] if shape.open else False,
        }

    def key(self, key: Key) -> Json:
        """What stands under a key, with its hover text."""
        about = key.about
        if key.default is not None:
            about += f" Without it: {_written(key.default)}."
        found = {"description": about, **self.value(key.value)}
        if key.examples:
            found["examples"] = list(key.examples)
        return found

    def value(self, value: Value) -> Json:
        """A value without its hover text."""
        match value.form:
            case Form.TEXT:
                return self.text(value.limit)
            case Form.WORD:
                bound = {"pattern": f"^(?:{value.pattern})$"} if value.pattern else {}
                return {"type": _WORD, "maxLength": value.limit, **bound}
            case Form.ID:
                return {"type": "string", "pattern": _ID, "maxLength": ID_CHARACTERS}
            case Form.REF:
                return self.ref(value)
            case Form.CHOICE:
                return {"enum": list(value.words)}
            case Form.YES_NO:
                return dict(_YES_NO)
            case Form.WHOLE:
                return {"type": "integer", "minimum": value.low, "maximum": value.high}
            case Form.DECIMAL:
                bounds = {"minimum": as_json(value.low), "maximum": as_json(value.high)} if value.high else {}
                return {"type": "number", **bounds}
            case Form.CONDITION:
                return {"anyOf": [_expression(_WORD), {"$ref": "#/definitions/condition"}]}
            case Form.AMOUNT:
                return _expression(["string", "number"])
            case _:
                return self.several(value)

    def several(self, value: Value) -> Json:
        """A list, or a mapping."""
        item = self.value(value.item) if value.item else {}
        match value.form:
            case Form.EFFECTS:
                return _list({"$ref": "#/definitions/effect"}, 1, LIST_ENTRIES)
            case Form.LIST:
                return _list(item, value.low, value.high)
            case Form.ONE_OR_MORE:
                return {"anyOf": [item, _list(item, 1, LIST_ENTRIES)]}
            case Form.MAP:
                return self.map(value, item)
        return self.mapping(value.shape) if value.shape else {}

    def map(self, value: Value, item: Json) -> Json:
        """A mapping whose keys are ids, of which the known ones are suggested, or a few words."""
        if value.words:
            return {
                "type": "object",
                "properties": dict.fromkeys(value.words, item),
                "required": list(value.words) if value.low else [],
                "additionalProperties": False,
            }
        told = {name: it for kind in value.kind.split() for name, it in self.known.ids.get(kind, {}).items()}
        return {
            "type": "object",
            "properties": {name: {**_about(about), **item} for name, about in told.items()},
            "additionalProperties": item,
        }

    def text(self, limit: int) -> Json:
        """One text, or one for each language."""
        one = {"type": _WORD, "maxLength": limit}
        languages = {
            "type": "object",
            "properties": dict.fromkeys(LANGUAGES, one),
            "required": list(self.known.languages),
            "additionalProperties": False,
        }
        return {"anyOf": [one, languages]}

    def ref(self, value: Value) -> Json:
        """An id of a kind: known ones are suggested, others may be written."""
        free: Json = {"type": "string", "pattern": _ID, "maxLength": ID_CHARACTERS}
        if value.kind == "option":  # where several events have one of this name
            free = {"type": "string", "pattern": _FULL_ID, "maxLength": 2 * ID_CHARACTERS + 1}
        known = [{"$ref": f"#/definitions/id-{value.kind}"}] if self.known.ids.get(value.kind) else []
        words = [{"enum": list(value.words)}] if value.words else []
        return {"anyOf": [*words, *known, free]} if words or known else free

    def names(self, kind: str) -> Json:
        """The known ids of a kind, with what they stand for."""
        return {"anyOf": [{"const": name, **_about(about)} for name, about in self.known.ids[kind].items()]}

    def effect(self) -> Json:
        """An effect: a change, or effects that come later, by chance, on a condition."""
        shapes = (CHANGE, *NESTED.values())
        keys = {one.name: one for shape in shapes for one in shape.listed}
        changes = {
            **self.changes("indicator", _expression(["string", "number"])),
            **self.changes("flag", dict(_YES_NO)),
        }
        beside = {name: ["effects"] for name in (*NESTED, "otherwise")}
        return {
            "type": "object",
            "description": CHANGE.about,
            "properties": {**{name: self.key(one) for name, one in keys.items()}, **changes},
            "additionalProperties": {"type": _WORD},
            "dependencies": {**beside, "effects": {"anyOf": [{"required": [name]} for name in NESTED]}},
        }

    def changes(self, kind: str, value: Json) -> dict[str, Json]:
        """The known ids of a kind as keys of an effect."""
        return {name: {**_about(about), **value} for name, about in self.known.ids.get(kind, {}).items()}

    def conditions(self) -> Json:
        """A list of conditions."""
        item: Json = {"anyOf": [_expression(_WORD), {"$ref": "#/definitions/condition"}]}
        several = _list(item, 1, LIST_ENTRIES)
        forms: Mapping[str, Json] = {"not": {"anyOf": [*_any(item), several]}}
        return {
            "type": "object",
            "description": "A list of conditions under one key: all, any or not.",
            "properties": {
                name: {"description": _CONDITION_LISTS[name], **forms.get(name, several)}
                for name in CONDITION_LISTS
            },
            "additionalProperties": False,
            "minProperties": 1,
            "maxProperties": 1,
        }


def _used(schema: object, known: Mapping[str, Json]) -> set[str]:
    """The definitions that a schema refers to, and those that they refer to."""
    found: set[str] = set()
    waiting = [schema]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            name = str(one.get("$ref", "")).rpartition("/")[2]
            if name and name not in found:
                found.add(name)
                waiting.append(known[name])
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one
    return found


def _any(item: Json) -> list[object]:
    found = item["anyOf"]
    return found if isinstance(found, list) else []


def _expression(types: list[str]) -> Json:
    return {"type": types, "maxLength": _EXPRESSION_CHARACTERS}


def _list(item: Json, low: int, high: int) -> Json:
    least = {"minItems": low} if low else {}
    return {"type": "array", "items": item, **least, "maxItems": high}


def _about(text: str) -> Json:
    return {"description": text} if text else {}


def _written(value: object) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
