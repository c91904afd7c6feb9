"""The schemas say what the readers do: of every shipped file, of every key, and of what is wrong."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator, ValidationError

from dosmesas.desk.checking import check
from dosmesas.desk.schema.known import Known, known_of
from dosmesas.desk.schema.places import kind_of
from dosmesas.desk.schema.schemas import schemas
from dosmesas.load.fields import Fields
from dosmesas.load.loading import read
from dosmesas.load.locate import roots
from dosmesas.load.nodes import Node
from dosmesas.load.shapes import (
    content,
    debate,
    doctrines,
    dossier,
    effects,
    files,
    kinds,
    pack,
    rules,
    trials,
    world,
)
from dosmesas.load.shapes.declared import Form, Key, Shape, Value
from tests.desk.schema.plain import plain_file
from tests.support.small import SMALL, copy_of_small, load_from

HOMES = (roots().seeds.parent, SMALL)


@cache
def known() -> Known:
    return known_of(read(roots().content / "culiacan"))


@cache
def validators() -> dict[str, Any]:
    return {name: Draft7Validator(schema) for name, schema in schemas(known()).items()}


def shipped() -> Iterator[tuple[str, Path]]:
    """Every YAML file of the two worlds, with the kind that it is of."""
    for home in HOMES:
        areas = [("seeds", home / "seeds"), ("game", home / "game")]
        areas += [("pack", folder) for folder in sorted((home / "content").iterdir())]
        for area, root in areas:
            for path in sorted(root.rglob("*.yaml")):
                kind = kind_of(path, root, area)
                yield (kind.name if kind else ""), path


FILES = list(shipped())


@pytest.mark.parametrize(
    ("kind", "path"), FILES, ids=[str(path.relative_to(path.parents[3])) for _, path in FILES]
)
def test_every_shipped_file_is_of_a_kind_and_fits_its_schema(kind: str, path: Path) -> None:
    assert kind
    validators()[kind].validate(plain_file(path))


def test_every_kind_of_file_is_shipped_somewhere() -> None:
    assert {kind for kind, _ in FILES} == {one.name for one in kinds.FILES}


@pytest.mark.parametrize(
    ("kind", "key", "value", "fits"),
    [
        ("pack", "balance", {"seat_gap": "at most 10"}, True),
        ("pack", "balance", {"ending": "3 to 40"}, True),
        ("pack", "balance", {"ending": "40"}, False),
        ("pack", "balance", {"ending": "at least 3 to 40"}, False),
        ("pack", "balance", {"endings": "3 to 40"}, False),
        ("doctrine", "acts", {"share": 2}, True),
        ("doctrine", "acts", {"shares": 2}, False),
    ],
)
def test_of_a_few_words_any_may_be_written_and_no_others(
    kind: str, key: str, value: object, *, fits: bool
) -> None:
    schema = schemas(known())[kind]
    assert Draft7Validator({**schema, "required": []}).is_valid({key: value}) is fits


def all_shapes() -> dict[int, Shape]:
    modules = (content, debate, doctrines, dossier, effects, files, pack, rules, trials, world)
    found = [it for one in modules for it in vars(one).values() if isinstance(it, Shape)]
    found += list(files.LISTS.values())
    return {id(shape): shape for shape in found}


def values(value: Value) -> Iterator[Value]:
    yield value
    if value.item:
        yield from values(value.item)


def test_every_declared_key_is_asked_for_by_a_reader(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A key that nobody reads would be promised by the schema, and silently do nothing."""
    asked: set[tuple[int, str]] = set()
    kept = Fields.get

    def get(self: Fields, key: str, *, required: bool | None = None) -> Node | None:
        asked.add((id(self.shape), key))
        return kept(self, key, required=required)

    monkeypatch.setattr(Fields, "get", get)
    base = copy_of_small(tmp_path)
    rival = base / "seeds/rivals.yaml"
    rival.write_text(rival.read_text() + FIGURES)
    view = base / "game/worldviews/doubter.yaml"
    view.write_text(view.read_text() + "hearing:\n  article: 90\n  rivals: 90\n")
    for home in (*HOMES[:1], base):
        for folder in sorted((home / "content").iterdir()):
            check(folder)
    declared = {(number, key): shape.what for number, shape in all_shapes().items() for key in shape.keys}
    assert [f"{declared[one]}: {one[1]}" for one in declared if one not in asked] == []


FIGURES = """
  - claim: dated
    rival: yes
    kind: fact
    text: Dated.
    source: Somebody
    attacks: []
    figures:
      - value: 3
        unit: boats
        of: boats
      - date: 2019-10-17
        of: a day
      - month: 2019-10
        of: a month
      - year: 2019
        of: a year
"""


def test_every_schema_is_one() -> None:
    for name in sorted(validators()):
        Draft7Validator.check_schema(validators()[name].schema)


def test_no_kind_of_value_is_left_out_of_the_schemas() -> None:
    forms = {one.form for shape in all_shapes().values() for key in shape.listed for one in values(key.value)}
    assert forms == set(Form)


def test_every_key_has_a_hover_text_in_whole_sentences() -> None:
    told: list[Key] = [key for shape in all_shapes().values() for key in shape.listed]
    assert [key.name for key in told if not key.about.endswith(".") or len(key.about) < 5] == []


@pytest.mark.parametrize(
    ("kind", "document"),
    [
        ("event", {"event": "x", "soil": "moon"}),
        ("pack", {"pack": "x", "turnz": 4}),
        ("pack", {"begins": "2019-13"}),
        ("flags", {"flags": [{"flag": "a", "name": "A", "text": "A", "start": "maybe"}]}),
        ("flags", {"flags": [{"flag": "a", "name": "A", "text": "A", "start": "yes", "colour": "red"}]}),
        ("rules", {"rules": [{"rule": "r", "text": "T", "effects": [{"after": 3}]}]}),
        ("rules", {"rules": [{"rule": "r", "text": "T", "when": {"some": ["x"]}, "effects": [{"a": 1}]}]}),
        ("rules", {"rules": [{"rule": "r", "text": {"en": "T", "fr": "T"}, "effects": [{"trust": 1}]}]}),
        ("worldview", {"view": "v", "name": "N", "text": "T", "article": 101, "rivals": 0}),
        ("glossary", {"glossary": []}),
        ("tests", {"tests": [{"test": "x"}]}),
        ("tests", {"tests": [{"test": "x", "expect": [{"holds": "trust > 3"}], "others": "nobody"}]}),
    ],
)
def test_what_the_readers_refuse_of_keys_and_bounds_the_schema_refuses(kind: str, document: object) -> None:
    with pytest.raises(ValidationError):
        validators()[kind].validate(document)


def test_a_pack_that_cannot_be_played_still_gives_its_ids(tmp_path: Path) -> None:
    base = copy_of_small(tmp_path)
    file = base / "content/harbour/pack.yaml"
    file.write_text(file.read_text() + "turnz: 3\n")
    ids = known_of(load_from(base)).ids
    assert "storm" in ids["event"]
    assert "stock" in ids["indicator"]


def test_ids_are_suggested_with_what_they_stand_for() -> None:
    told = known().ids
    assert "0 to 100" in told["indicator"]["trust"]
    assert told["office"]["mx.president"] == "Mexico's President"
    assert told["claim"]["culiacan-gun-battle"]


NESTED = [
    ("content/harbour/events/storm.yaml", content.EVENT, ()),
    ("content/harbour/events/storm.yaml", content.OPTION, ("    - option: ", "      ")),
    ("content/harbour/events/talks.yaml", content.DEAL, ("  - deal: ", "    ")),
    ("content/harbour/bulletins/news.yaml", content.BULLETIN, ("  - bulletin: ", "    ")),
    ("content/harbour/pack.yaml", pack.PACK, ()),
    ("game/indicators.yaml", world.INDICATOR, ("  - indicator: ", "    ")),
    ("game/flags.yaml", world.FLAG, ("  - flag: ", "    ")),
    ("game/offices.yaml", world.OFFICE, ("  - office: ", "    ")),
    ("game/countries.yaml", world.COUNTRY, ("  - country: ", "    ")),
    ("game/dynamics/sea.yaml", rules.RULE, ("  - rule: ", "    ")),
    ("game/endings.yaml", rules.ENDING, ("  - ending: ", "    ")),
    ("game/worldviews/authors.yaml", rules.WORLDVIEW, ()),
    ("game/arguments/quota.yaml", debate.CARD, ("  - card: ", "    ")),
    ("seeds/claims/p01.yaml", dossier.CLAIM, ("  - claim: ", "    ")),
    ("seeds/source.yaml", dossier.SOURCE, ()),
]


@pytest.mark.parametrize(
    ("file", "shape", "where"), NESTED, ids=[str(shape.what).replace(" ", "-") for _, shape, _ in NESTED]
)
def test_no_key_of_the_schema_is_unknown_to_the_check_and_another_is(
    file: str, shape: Shape, where: tuple[str, ...], tmp_path: Path
) -> None:
    """Every key of a mapping is planted at once (twice the same is another matter), with one that is none."""
    base = copy_of_small(tmp_path)
    path = base / file
    text = path.read_text()
    before = text.index(where[0]) if where else 0
    cut = text.index("\n", before) + 1 if where else 0
    keys = "".join(f"{where[1] if where else ''}{key}: x\n" for key in (*shape.keys, "no_such_key"))
    path.write_text(text[:cut] + keys + text[cut:])
    unknown = [one for one in load_from(base).problems if one.code == "E0110"]
    assert [str(one.message) for one in unknown] == [f"{shape.what} has no key 'no_such_key'"]
