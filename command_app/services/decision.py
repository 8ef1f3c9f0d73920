"""A decision stands in the store and lies on the stick, or neither: a stick that fails leaves no serial or version
behind, a store that fails no document that it doesn't know of.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from bundle.stick import Stick
from db.store import Store
from db.transaction import Transaction


@dataclass(slots=True)
class Decision:
    """``tx`` commits after what was handed out has been read back."""

    tx: Transaction
    handed_out: list[Path] = field(default_factory=list)

    def hand_out(self, stick: Stick, relative: str, line: bytes) -> Path:
        """Writes a document that the store is about to keep. Raises StorageRefused."""
        path = stick.write_document(relative, line)
        self.handed_out.append(path)
        return path


@contextmanager
def decision(store: Store) -> Iterator[Decision]:
    """One transaction. What was handed out is taken off the sticks again where it ends badly."""
    handed_out: list[Path] = []
    try:
        with store.write() as tx:
            yield Decision(tx, handed_out)
    except BaseException:
        for path in handed_out:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        raise
