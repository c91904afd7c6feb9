"""pytest collects the tests of packs, and of nothing else."""

import os
import subprocess
import sys
from pathlib import Path

from tests.support.trying import one_test, written

ROOT = Path(__file__).parents[3]


def pytest_on(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """A run of pytest in a folder that is not ours."""
    return subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-p",
            "dosmesas.desk.trial.plugin",
            "-p",
            "no:cacheprovider",
            *words,
        ],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


TEXT = (
    one_test("rules_only: yes", "expect:", "  - stock: falls")
    + """  - test: One that fails
    rules_only: yes
    expect:
      - stock: rises
      - poaching: rises
invariants:
  - invariant: A promise that holds
    always: stock > 3
    reason: x
  - invariant: A promise that does not
    falls_at_most:
      stock: 0.1
    reason: x
"""
)


def test_each_test_is_an_item_that_fails_as_the_command_tells_it(tmp_path: Path) -> None:
    written(tmp_path, TEXT)
    for other in ("playbook/tests/deploy.yaml", "small/content/harbour/events/tests/x.yaml"):
        path = tmp_path / other
        path.parent.mkdir(parents=True)
        path.write_text("{not yaml at all")
    done = pytest_on(tmp_path, "small", "playbook", "-v")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "3 failed, 1 passed" in done.stdout
    name = "small/content/harbour/tests/promises.yaml"
    assert f"{name}::A promise that holds PASSED" in done.stdout
    assert f"{name}::One that fails FAILED" in done.stdout
    assert f"{name}:9:16-20 failed One that fails" in done.stdout
    assert f"{name}:10:19-23 failed One that fails" in done.stdout
    assert "came: it fell by 1.8 (50 to 48.2)" in done.stdout
    assert "Traceback" not in done.stdout


def test_a_mistake_in_a_file_is_an_error_of_collection_that_says_where(tmp_path: Path) -> None:
    path = written(tmp_path, one_test("rules_only: yes", "expect:", "  - stok: falls"), pack="")
    done = pytest_on(path.parent.parent, "tests")
    assert done.returncode == 2, done.stdout + done.stderr
    assert "promises.yaml:5:9-12 error E0203" in done.stdout
    assert "did you mean 'stock'?" in done.stdout


def test_where_there_are_no_tests_of_packs_nothing_is_imported(tmp_path: Path) -> None:
    (tmp_path / "test_one.py").write_text(
        "import sys\n\ndef test_it():\n"
        "    assert [one for one in sys.modules if one.startswith('dosmesas.load')] == []\n"
        "    assert 'yaml' not in sys.modules\n"
    )
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "other.yaml").write_text("a: 1\n")
    done = pytest_on(tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 passed" in done.stdout


def test_the_entry_point_names_a_module_that_is_there() -> None:
    text = (ROOT / "pyproject.toml").read_text()
    assert (
        '[project.entry-points.pytest11]\n"dosmesas.desk.trial.plugin" = "dosmesas.desk.trial.plugin"' in text
    )
