"""Writing a new pack into a folder of its own, never over a file that is there."""

from pathlib import Path

from dosmesas.desk.checking import check
from dosmesas.desk.scaffold.answers import AnswerError, Answers, name_of
from dosmesas.desk.scaffold.filling import pack_files, ruleset_files
from dosmesas.desk.schema.known import known_of
from dosmesas.desk.schema.places import FOLDER
from dosmesas.desk.schema.write import write_schemas
from dosmesas.load.loading import Loaded
from dosmesas.load.source import shown_path
from dosmesas.text.phrase import phrase


def check_free(path: Path) -> None:
    """See that a folder may be made.

    Raises:
        AnswerError: something lies there already.
    """
    if path.is_symlink() or (path.exists() and not path.is_dir()):
        raise AnswerError(phrase("{path} is there already; nothing was written", path=str(path)))
    if path.is_dir() and any(path.iterdir()):
        full = phrase(
            "the folder {path} is not empty; nothing was written. Name a new folder", path=str(path)
        )
        raise AnswerError(full)


def write_new(path: Path, answers: Answers, *, ruleset: bool) -> tuple[Path, Loaded]:
    """Write a pack into a folder (with `ruleset`: seeds/, game/ and content/PACK into it), and check it.

    Raises:
        AnswerError: something lies there already, or the name is no pack's.
        OSError: it cannot be written.
    """
    name = name_of(path)
    check_free(path)
    folder = path / "content" / name if ruleset else path
    texts = {
        folder / place: text
        for place, text in pack_files(name, shown_path(folder), answers, own=ruleset).items()
    }
    if ruleset:
        texts |= {path / place: text for place, text in ruleset_files().items()}
    for file, text in texts.items():
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8") as out:
            out.write(text)
    loaded = check(folder)
    known = known_of(loaded, answers.languages[0])
    for base in {folder, path} if ruleset else {folder}:
        write_schemas(base / FOLDER, known)
    return folder, loaded
