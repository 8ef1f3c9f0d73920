"""Outside a drill a restored command needs its roots: as many as sign any trust version."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.command_app.losses import EarnestCity, done
from tests.station_app.cli import CAMPAIGN


def test_the_roots_sign_that_the_command_was_restored(tmp_path: Path) -> None:
    city = EarnestCity(tmp_path / "city")
    for folder in (city.folder, tmp_path / "copies", tmp_path / "again"):
        folder.mkdir()
    done(city("init", "--campaign", CAMPAIGN, "--keys", city.keys))
    backup = done(city("backup", tmp_path / "copies"))["file"]
    again = replace(city, folder=tmp_path / "again")
    for signers in ((), ("--sign-root", "1"), ("--sign-root", "1", "--sign-root", "1")):
        refused = again("restore", backup, "--keys", city.keys, *signers)
        assert (refused.code, refused.error) == (3, "bad_signature")
        assert list(again.folder.iterdir()) == []
    assert again("restore", backup, "--keys", city.keys, "--sign-root", "4").error == "key_missing"
    signers = ("--sign-root", "1", "--sign-root", "3")
    restored = done(again("restore", backup, "--keys", city.keys, *signers))
    assert (restored["file"], restored["trust_version"], restored["city_generation"]) == (backup, 2, 2)
    assert done(again("verify"))["ok"]
