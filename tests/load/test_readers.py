"""PyYAML with libyaml and without: the same verdicts at the same places, the same nodes, the same packs."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml

from dosmesas.load import nodes
from dosmesas.load.locate import roots, shipped_packs
from tests.load.test_corpus import Fault, corpus
from tests.load.test_nodes import REFUSED
from tests.support.full import FULL
from tests.support.fuzzing import text_of, verdict
from tests.support.small import SMALL, copy_of_small, load_from

pytestmark = pytest.mark.skipif(not hasattr(yaml, "CSafeLoader"), reason="PyYAML was built without libyaml")


@contextmanager
def reader(name: str) -> Iterator[None]:
    before = nodes._Loader
    nodes._Loader = getattr(yaml, name)
    try:
        yield
    finally:
        nodes._Loader = before


@pytest.mark.parametrize("fault", corpus(), ids=lambda one: one.name)
def test_a_planted_fault_is_told_in_the_same_words_with_and_without_libyaml(
    tmp_path: Path, fault: Fault
) -> None:
    base = copy_of_small(tmp_path)
    fault.block.plant(base)
    found = []
    for name in ("CSafeLoader", "SafeLoader"):
        with reader(name):
            text = text_of((base / fault.block.file).read_bytes())
            found.append((verdict(text) if text else None, whole(base) if FULL else None))
    assert found[0] == found[1]


def whole(base: Path) -> object:
    """What is told of the whole pack, and its fingerprint."""
    loaded = load_from(base)
    told = [(one.code, str(one.span), str(one.message), str(one.hint)) for one in loaded.problems]
    return told, loaded.sources.digest(), loaded.pack is None


@pytest.mark.parametrize("text", [text for text, _, _ in REFUSED.values()], ids=REFUSED)
def test_what_a_pack_may_not_hold_is_refused_alike(text: str) -> None:
    with reader("CSafeLoader"):
        fast = verdict(text)
    with reader("SafeLoader"):
        slow = verdict(text)
    assert fast == slow


# Each of these is read by one of PyYAML's readers and not by the other, or with values in other places.
APART = [
    "a: |#x\n b", "a: >#", "[< *=?]", "[a?b]", "{a: b?}", "%-\n--- a", "\n# c\n%x\n--- a", "?", "? a", "? a\n: b",
    "- ?\n- b", "---", "--- ", "---\n...", "{a: }", "{a: , b: 1}", "[a: ]", "{: b}", "!,&", "!]", "!<x", '"\\U00110000"',
    '"\\ud800"', "[", "{", "{{a}", "[[a, b]:=\n? a", "a: !", "- !\n- b", "a:\n  - b\n c: d", "&", "a: &", "*",
]  # fmt: skip


@pytest.mark.parametrize("text", APART)
def test_where_the_readers_of_pyyaml_differ_the_verdict_is_one(text: str) -> None:
    with reader("CSafeLoader"):
        fast = verdict(text)
    with reader("SafeLoader"):
        slow = verdict(text)
    assert fast == slow


def test_clean_files_are_read_by_libyaml_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(*_: object) -> None:
        raise AssertionError("the slow reader was asked")

    monkeypatch.setattr(nodes, "_Judge", asked)
    assert load_from(SMALL).pack is not None


def test_every_file_that_comes_with_the_game_is_read_by_libyaml_alone_and_alike() -> None:
    home = roots()
    files = [path for root in (home.seeds, home.game) for path in root.rglob("*.yaml")]
    files += [path for pack in shipped_packs() for path in (home.content / pack).rglob("*.yaml")]
    for path in files:
        text = path.read_text(encoding="utf-8")
        assert not nodes.doubtful(text), path
        with reader("CSafeLoader"):
            fast = verdict(text)
        with reader("SafeLoader"):
            assert verdict(text) == fast, path
