"""Python's garbage is collected on the window's thread only: a Qt object must not die on another."""

from __future__ import annotations

import gc

_SECONDS_BETWEEN_WHOLE = 60


class Tidying:
    """From its making until `end`, collecting waits for `tick`, which takes a millisecond or two."""

    def __init__(self) -> None:
        gc.disable()
        gc.freeze()
        self._seconds = 0

    def tick(self) -> None:
        """A second has passed: the youngest objects are looked through, and once a minute all."""
        self._seconds += 1
        gc.collect(2 if self._seconds % _SECONDS_BETWEEN_WHOLE == 0 else 1)

    def end(self) -> None:
        gc.unfreeze()
        gc.collect()
        gc.enable()
