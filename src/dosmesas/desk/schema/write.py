"""Schemas as files, one a kind."""

import json
from pathlib import Path

from dosmesas.desk.schema.known import Known
from dosmesas.desk.schema.schemas import Json, schemas


def as_text(schema: Json) -> str:
    """A schema as JSON, the same on every machine."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def write_schemas(folder: Path, known: Known) -> list[Path]:
    """Write KIND.json for every kind of file, over what stood there by that name; OSError where not."""
    folder.mkdir(parents=True, exist_ok=True)
    found = []
    for name, schema in schemas(known).items():
        path = folder / f"{name}.json"
        path.write_text(as_text(schema), encoding="utf-8")
        found.append(path)
    return found
