"""Every shipped pack has its certificate, made of the rules of today."""

import re

import pytest

from dosmesas.load.locate import shipped_packs
from tests.docs.scripts import script

certificates = script("certificates")
AGAIN = "run python docs/certificates.py"


def test_every_shipped_pack_has_a_page_that_the_list_names() -> None:
    names = {path.stem for path in certificates.FOLDER.glob("*.md")} - {"README"}
    listed = re.findall(r"\]\(([a-z-]+)\.md\)", (certificates.FOLDER / "README.md").read_text("utf-8"))
    assert names == {*shipped_packs()} == {*listed}, AGAIN


@pytest.mark.parametrize("name", shipped_packs())
def test_a_certificate_goes_with_the_recorded_games(name: str) -> None:
    page = (certificates.FOLDER / f"{name}.md").read_text("utf-8")
    assert page.startswith(
        f"<!-- By `python docs/certificates.py {name}`, for the recorded games {certificates.recorded(name)}. -->"
    ), f"{AGAIN} {name}"
