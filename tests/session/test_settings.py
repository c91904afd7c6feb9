"""The player's settings: a file that a person writes too, so that every mistake is named and nothing is lost."""

from pathlib import Path

import pytest

from dosmesas.session.settings import (
    CHOICES,
    Settings,
    SettingsError,
    read_settings,
    settings_file,
    write_setting,
)


def read(path: Path, text: str) -> tuple[Settings, list[str]]:
    path.write_text(text, encoding="utf-8")
    return read_settings(path, "en")


def test_without_a_file_all_is_as_usual(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "none.toml", "en") == (Settings(), [])


def test_what_is_set_holds(tmp_path: Path) -> None:
    text = 'language = "es"\ntheme = "day"\ndetail = "full"\nmotion = "reduced"\nguide = "off"\n[keys]\nundo = "z"\n'
    settings, problems = read(tmp_path / "a.toml", text)
    assert problems == []
    assert settings == Settings("es", "day", "full", "reduced", "off", {"undo": "z"})
    assert (settings.points, settings.still, settings.guided) == (True, True, False)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('thema = "day"', "Did you mean 'theme'?"),
        ('theme = "pink"', "'theme' may be: night, day"),
        ("guide = true", "'guide' may be: on, off"),
        ('language = "fr"', "'language' may be: \"\", en, es"),
        ("[keys]\nundo = 3", "the key of 'undo' must be a text"),
        ("theme = ", "cannot be read"),
        ("\x00", "cannot be read"),
        ('keys = "z"', "'keys' is no setting"),
    ],
)
def test_what_is_wrong_is_named_and_counts_as_not_set(tmp_path: Path, text: str, said: str) -> None:
    settings, problems = read(tmp_path / "a.toml", text)
    assert settings == Settings()
    assert len(problems) == 1
    assert said in problems[0]
    assert "a.toml" in problems[0]


def test_one_mistake_leaves_the_rest_in_force(tmp_path: Path) -> None:
    settings, problems = read(tmp_path / "a.toml", 'thema = "day"\ndetail = "full"\n')
    assert settings.detail == "full"
    assert len(problems) == 1


def test_a_folder_in_place_of_the_file_is_told(tmp_path: Path) -> None:
    assert read_settings(tmp_path, "en")[1]


def test_writing_a_setting_keeps_comments_keys_and_order(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "a.toml"
    path.parent.mkdir()
    path.write_text('# mine\ntheme = "day"  # bright room\n\n[keys]\nundo = "z"\n', encoding="utf-8")
    write_setting(path, "theme", "night")
    write_setting(path, "detail", "full")
    text = path.read_text(encoding="utf-8")
    assert text.startswith('# mine\ntheme = "night"  # bright room\n')
    assert read_settings(path, "en") == (Settings(theme="night", detail="full", keys={"undo": "z"}), [])
    assert [one.name for one in path.parent.iterdir()] == ["a.toml"]


def test_a_file_is_made_where_there_is_none(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.toml"
    write_setting(path, "motion", "reduced")
    assert read_settings(path, "en")[0].still


def test_a_broken_file_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_text("theme = ", encoding="utf-8")
    with pytest.raises(SettingsError):
        write_setting(path, "theme", "day")
    assert path.read_text(encoding="utf-8") == "theme = "


@pytest.mark.parametrize("name", CHOICES)
def test_going_on_comes_round_to_the_beginning(name: str) -> None:
    settings, seen = Settings(), []
    for _ in CHOICES[name]:
        seen.append(settings.value(name))
        settings = settings.following(name)
    assert sorted(seen) == sorted(CHOICES[name])
    assert settings == Settings()


def test_the_environment_may_name_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DOSMESAS_SETTINGS", str(tmp_path / "b.toml"))
    assert settings_file() == tmp_path / "b.toml"
    monkeypatch.delenv("DOSMESAS_SETTINGS")
    assert settings_file().name == "settings.toml"


def test_animations_switched_off_in_the_environment_count_as_reduced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TEXTUAL_ANIMATIONS", "none")
    assert Settings().still
