"""Sounds: three that differ, played beside the work and never in its way."""

from __future__ import annotations

import io
import sys
import wave
from pathlib import Path
from time import monotonic, sleep
from typing import get_args

import pytest

from station_app.hardware.speaker import LOUDEST, Sound, Speaker, find_player, wav

SOUNDS: tuple[Sound, ...] = get_args(Sound)


def samples(content: bytes) -> tuple[float, list[int]]:
    """Seconds, and the samples."""
    with wave.open(io.BytesIO(content)) as read:
        assert (read.getnchannels(), read.getsampwidth()) == (1, 2)
        frames = read.readframes(read.getnframes())
        values = [
            int.from_bytes(frames[place : place + 2], "little", signed=True) for place in range(0, len(frames), 2)
        ]
        return read.getnframes() / read.getframerate(), values


def a_player(folder: Path, body: str) -> tuple[str, ...]:
    script = folder / "player.py"
    script.write_text(f"import sys, pathlib, time\nheard = pathlib.Path({str(folder / 'heard')!r})\n{body}")
    return (sys.executable, "-S", str(script))


def heard(folder: Path) -> bytes:
    """What the player has noted, as soon as it has."""
    end = monotonic() + 10
    while not (folder / "heard").exists() or not (folder / "heard").stat().st_size:
        assert monotonic() < end
        sleep(0.01)
    return (folder / "heard").read_bytes()


NOTES = "heard.open('ab').write(pathlib.Path(sys.argv[1]).read_bytes()[-400:-398])\n"


@pytest.mark.parametrize("sound", SOUNDS)
def test_a_sound_is_short_begins_and_ends_softly_and_is_as_loud_as_asked(sound: Sound) -> None:
    seconds, loud = samples(wav(sound, LOUDEST))
    _, soft = samples(wav(sound, 20))
    assert 0.1 < seconds < 0.5
    assert max(map(abs, (loud[0], loud[-1]))) < 500
    assert 0.3 * 0x7FFF < max(loud) <= 0x7FFF
    assert max(soft) == pytest.approx(max(loud) / 5, abs=2)
    assert set(samples(wav(sound, 0))[1]) == {0}


def test_no_two_sounds_are_alike() -> None:
    assert len({wav(sound, LOUDEST) for sound in SOUNDS}) == len(SOUNDS)


def test_a_sound_is_played_beside_the_work(tmp_path: Path) -> None:
    speaker = Speaker(player=a_player(tmp_path, "time.sleep(0.3)\n" + NOTES))
    begun = monotonic()
    speaker.play("saved")
    assert monotonic() - begun < 0.2
    assert heard(tmp_path) == wav("saved", 70)[-400:-398]
    speaker.end()


def test_of_sounds_asked_for_meanwhile_the_last_is_played(tmp_path: Path) -> None:
    speaker = Speaker(player=a_player(tmp_path, "time.sleep(0.4)\nheard.open('ab').write(b'.')\n"))
    for _ in range(9):
        speaker.play("saved")
    heard(tmp_path)
    speaker.end()
    assert (tmp_path / "heard").read_bytes() in (b".", b"..")


def test_nothing_is_played_with_the_sound_off(tmp_path: Path) -> None:
    speaker = Speaker(volume=0, player=a_player(tmp_path, NOTES))
    speaker.play("saved")
    speaker.end()
    assert not (tmp_path / "heard").exists()


@pytest.mark.parametrize("player", [(), ("/no/such/player",), (sys.executable, "-c", "raise SystemExit(1)")])
def test_a_computer_without_sound_stays_silent(player: tuple[str, ...]) -> None:
    speaker = Speaker(player=player)
    for sound in SOUNDS:
        speaker.play(sound)
    speaker.end()
    speaker.end()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows plays by itself")
def test_the_first_player_of_the_system_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_player() == ()
    for name, command in (("aplay", ("aplay", "--quiet")), ("pw-play", ("pw-play",))):
        (tmp_path / name).write_text("")
        (tmp_path / name).chmod(0o755)
        assert find_player() == command
