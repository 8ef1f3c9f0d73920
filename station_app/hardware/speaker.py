"""Three short sounds: saved, warning, refused. Made here and played by the system, where it can play any."""

from __future__ import annotations

import io
import math
import shutil
import subprocess
import sys
import wave
from array import array
from collections.abc import Sequence
from pathlib import Path
from queue import SimpleQueue
from tempfile import TemporaryDirectory
from threading import Thread
from typing import Literal

Sound = Literal["saved", "warning", "refused"]

LOUDEST = 100
_RATE = 22_050
_FADE = _RATE // 200
"""Samples over which a tone comes and goes, so that it doesn't click."""
_TONES: dict[Sound, tuple[tuple[int, int], ...]] = {
    "saved": ((988, 50), (1319, 90)),
    "warning": ((740, 80), (0, 50), (740, 80)),
    "refused": ((247, 320),),
}
"""(Hz, milliseconds), 0 Hz being silence: up, twice the same, and low and long."""
_OVERTONES = ((1, 0.7), (2, 0.2), (3, 0.1))
"""Small loudspeakers lose a low tone, but not what sounds above it."""

_PLAYERS = (("pw-play",), ("paplay",), ("aplay", "--quiet"))
_LONGEST = 3
"""Seconds after which a player that hangs is ended."""


def wav(sound: Sound, volume: int) -> bytes:
    """A WAV file, mono, 16 bits, under half a second; ``volume`` 0-100."""
    samples = array("h")
    for hertz, milliseconds in _TONES[sound]:
        samples.extend(_tone(hertz, _RATE * milliseconds // 1000, volume))
    if sys.byteorder == "big":
        samples.byteswap()
    file = io.BytesIO()
    with wave.open(file, "wb") as written:
        written.setparams((1, samples.itemsize, _RATE, len(samples), "NONE", ""))
        written.writeframes(samples.tobytes())
    return file.getvalue()


def _tone(hertz: int, length: int, volume: int) -> Sequence[int]:
    peak = 0x7FFF * volume / LOUDEST
    turn = 2 * math.pi * hertz / _RATE

    def sample(place: int) -> int:
        edge = min(1.0, place / _FADE, (length - place) / _FADE)
        return round(peak * edge * sum(part * math.sin(turn * over * place) for over, part in _OVERTONES))

    return [sample(place) for place in range(length)]


def find_player() -> tuple[str, ...]:
    """The command that plays a WAV file given behind it; () where there is none, and on Windows, which needs none."""
    return next((command for command in _PLAYERS if shutil.which(command[0])), ())


class Speaker:
    """Plays one sound at a time on its own thread. Of sounds asked for while one is heard only the last is played."""

    def __init__(self, volume: int = 70, player: Sequence[str] | None = None) -> None:
        self.volume = volume
        self._player = find_player() if player is None else tuple(player)
        self._asked: SimpleQueue[Sound | None] = SimpleQueue()
        self._thread: Thread | None = None

    def play(self, sound: Sound) -> None:
        """Returns at once, and fails nowhere; with ``volume`` 0 nothing is played."""
        if not self.volume or not (self._player or sys.platform == "win32"):
            return
        if self._thread is None:
            self._thread = Thread(target=self._run, name="speaker", daemon=True)
            self._thread.start()
        self._asked.put(sound)

    def end(self) -> None:
        """After the sound that is being heard; what was asked for behind it is not played."""
        if self._thread is not None:
            self._asked.put(None)
            self._thread.join()
            self._thread = None

    def _run(self) -> None:
        with TemporaryDirectory(prefix="sounds-", ignore_cleanup_errors=True) as folder:
            while (sound := self._last_asked()) is not None:
                try:
                    self._sound(wav(sound, self.volume), Path(folder, "sound.wav"))
                except (OSError, RuntimeError, subprocess.SubprocessError):
                    continue  # no device, or it is busy: work goes on in silence

    def _last_asked(self) -> Sound | None:
        sound = self._asked.get()
        while sound is not None and not self._asked.empty():
            sound = self._asked.get()
        return sound

    def _sound(self, content: bytes, file: Path) -> None:
        if sys.platform == "win32":
            import winsound

            winsound.PlaySound(content, winsound.SND_MEMORY | winsound.SND_NODEFAULT)
            return
        file.write_bytes(content)
        silent = subprocess.DEVNULL
        subprocess.run((*self._player, file), stdin=silent, stdout=silent, stderr=silent, timeout=_LONGEST, check=False)
