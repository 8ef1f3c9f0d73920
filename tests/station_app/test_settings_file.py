"""What this computer is set to, in real files: whole or not at all, and never a reason not to start."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.refusal import InputRefused, NotPermitted, StorageRefused
from campaign.rows import SettingRow
from station_app.services.permission import Person
from station_app.services.settings import FILE, Found, Settings, change_settings, read_settings, write_settings
from station_app.services.station import Station
from tests.station_app.desks import as_user


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == Found(Settings())


@given(
    folder=st.text(st.characters(exclude_categories=["C", "Z"]), max_size=40),
    size=st.sampled_from([100, 110, 125, 150]),
    volume=st.integers(0, 100),
    sounds=st.booleans(),
)
def test_what_is_written_is_read(
    tmp_path_factory: pytest.TempPathFactory, folder: str, size: int, volume: int, sounds: bool
) -> None:
    home = tmp_path_factory.mktemp("home")
    settings = Settings(text_size=size, volume=volume, sounds=sounds, backup_folder=folder, theme="system")
    write_settings(home, settings)
    assert read_settings(home) == Found(settings)


@given(content=st.binary(max_size=200))
def test_any_rubbish_in_the_file_leaves_settings_to_work_with(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    home = tmp_path_factory.mktemp("home")
    (home / FILE).write_bytes(content)
    assert read_settings(home).settings == Settings()
    write_settings(home, Settings(volume=5))
    assert read_settings(home).settings.volume == 5


def test_values_that_are_none_are_named_and_the_others_hold(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text('theme = "pink"\ntext_size = 120\nvolume = true\nidle_minutes = 9\n')
    assert read_settings(tmp_path) == Found(Settings(idle_minutes=9), ("text_size", "theme", "volume"))


def test_a_damaged_file_is_told(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("theme = \n")
    assert read_settings(tmp_path) == Found(Settings(), damaged=True)


def test_what_others_wrote_into_the_file_stays(tmp_path: Path) -> None:
    text = '# by hand\ntheme = "dark"\nprinter = "HP"\n[later]\nvolume = 3\nlines = ["a"]\n'
    (tmp_path / FILE).write_text(text)
    write_settings(tmp_path, Settings(theme="light", volume=40))
    values = tomllib.loads((tmp_path / FILE).read_text())
    assert (values["theme"], values["volume"], values["printer"]) == ("light", 40, "HP")
    assert values["later"] == {"volume": 3, "lines": ["a"]}
    assert "# by hand" in (tmp_path / FILE).read_text()


def test_a_home_that_takes_nothing_is_a_refusal_and_the_file_stays(tmp_path: Path) -> None:
    write_settings(tmp_path, Settings(volume=11))
    (tmp_path / f"{FILE}.new").mkdir()
    with pytest.raises(StorageRefused):
        write_settings(tmp_path, Settings(volume=12))
    assert read_settings(tmp_path).settings.volume == 11


def told(station: Station, name: str) -> str:
    with station.store.read() as snapshot:
        row = snapshot.get(SettingRow, station.identity.station, name)
    return row.value if row else ""


def test_the_journal_is_told_of_idle_time_and_backups_but_not_where_they_go(station: Station) -> None:
    station = as_user(station, "nb.thinh")
    change_settings(station, idle_minutes=12, backup_folder="/srv/copies", scanner="off", theme="dark")
    assert (told(station, "idle_minutes"), told(station, "backup")) == ("12", "on")
    assert told(station, "scanner") == told(station, "theme") == told(station, "backup_folder") == ""
    assert read_settings(station.home).settings == Settings(
        idle_minutes=12, backup_folder="/srv/copies", scanner="off", theme="dark"
    )


def test_a_value_that_stays_is_told_to_nobody(station: Station) -> None:
    change_settings(as_user(station, "nb.thinh"), idle_minutes=5)
    assert told(station, "idle_minutes") == ""


def test_anybody_sets_what_they_see_and_hear_and_nothing_else(station: Station) -> None:
    assert change_settings(station, text_size=125, volume=20).text_size == 125
    with pytest.raises(NotPermitted):
        change_settings(station, text_size=100, idle_minutes=60)
    assert read_settings(station.home).settings.text_size == 125


def test_whose_password_is_temporary_sets_nothing(station: Station) -> None:
    assert isinstance(station.person, Person)
    newcomer = replace(station, person=replace(station.person, temporary=True))
    with pytest.raises(NotPermitted):
        change_settings(newcomer, volume=20)


@pytest.mark.parametrize(
    ("name", "value"), [("volume", 101), ("idle_minutes", 0), ("theme", "pink"), ("colour", 1), ("scanner", "a\nb")]
)
def test_a_value_that_is_none_is_refused_by_its_name(station: Station, name: str, value: object) -> None:
    with pytest.raises(InputRefused) as refused:
        change_settings(as_user(station, "nb.thinh"), **{name: value})
    assert (refused.value.code, refused.value.fields) == ("bad_setting", {"name": name})


def test_the_journal_says_nothing_where_the_file_was_not_written(station: Station) -> None:
    (station.home / f"{FILE}.new").mkdir()
    with pytest.raises(StorageRefused):
        change_settings(as_user(station, "nb.thinh"), idle_minutes=12)
    assert told(station, "idle_minutes") == ""
