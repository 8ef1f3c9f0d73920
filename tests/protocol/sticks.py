"""Sticks that lose, copy, misname, cut, spoil and keep back what they carry; a file is known again by its bytes."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from bundle.layout import bundle_path, receipt_path
from bundle.stick import FoundFile, Stick
from tests.protocol.model import Bundle, Receipt, Trust

Meaning = Bundle | Receipt | Trust


def digest_of(data: bytes) -> str:
    return sha256(data).hexdigest()


@dataclass
class Sticks:
    """``drawer`` holds files that are late: each with its place on a stick."""

    roots: list[Path]
    meanings: dict[str, Meaning] = field(default_factory=dict)
    drawer: list[tuple[str, bytes]] = field(default_factory=list)

    def stick(self, number: int) -> Stick:
        return Stick(self.roots[number % len(self.roots)])

    def files(self, number: int, kind: type[Bundle] | type[Receipt]) -> list[FoundFile]:
        """As the product lists them."""
        return self.stick(number).listing().of("bundle" if kind is Bundle else "receipt")

    def moving(self, number: int) -> list[FoundFile]:
        """What may get lost: trust and plans are written anew with every receipt."""
        return [*self.files(number, Bundle), *self.files(number, Receipt)]

    def learn(self, path: Path, meaning: Meaning) -> None:
        self.meanings[digest_of(path.read_bytes())] = meaning

    def bundle(self, path: Path) -> Bundle:
        meaning = self.meanings[digest_of(path.read_bytes())]
        assert isinstance(meaning, Bundle)
        return meaning

    def receipt(self, path: Path) -> Receipt:
        meaning = self.meanings[digest_of(path.read_bytes())]
        assert isinstance(meaning, Receipt)
        return meaning

    def trusts(self, number: int) -> list[Trust]:
        found = [self.meanings[digest_of(file.path.read_bytes())] for file in self.stick(number).listing().of("trust")]
        return [trust for trust in found if isinstance(trust, Trust)]

    def keep_back(self, number: int, file: FoundFile) -> None:
        self.drawer.append((str(file.path.relative_to(self.stick(number).root)), file.path.read_bytes()))
        file.path.unlink()

    def bring_late(self, which: int, number: int) -> None:
        self._put(number, *self.drawer.pop(which % len(self.drawer)))

    def copy(self, number: int, file: FoundFile, to: int) -> None:
        self._put(to, str(file.path.relative_to(self.stick(number).root)), file.path.read_bytes())

    def misname(self, number: int, file: FoundFile, code: str) -> None:
        """A copy under a name that says another number, or is another station's."""
        epoch, *_, last = file.numbers
        if file.kind == "bundle":
            name = bundle_path(code, epoch, last + 500)
        else:
            name = receipt_path(code, epoch, file.numbers[1], last + 500)
        self._put(number, name, file.path.read_bytes())

    def cut(self, file: FoundFile, keep: int) -> None:
        """Only the first bytes stay: as many as asked for, from the end where it is negative."""
        data = file.path.read_bytes()
        self._spoil(file, data[:keep] or data[:1], "bad_size")

    def flip(self, file: FoundFile) -> None:
        """The last bit is another one."""
        data = file.path.read_bytes()
        self._spoil(file, data[:-1] + bytes([data[-1] ^ 1]), "bad_digest")

    def _spoil(self, file: FoundFile, data: bytes, code: str) -> None:
        meaning = self.meanings[digest_of(file.path.read_bytes())]
        file.path.write_bytes(data)
        if digest_of(data) in self.meanings:  # cut alike before, or a bit that is back in its place
            return
        if isinstance(meaning, Receipt):
            self.learn(file.path, replace(meaning, broken=True))
        elif isinstance(meaning, Bundle):
            whole = "bad_size" if "bad_size" in (meaning.broken, code) else code  # looked at before the digest
            signed = data.count(b"\n") > 1
            if not signed:
                whole = "bad_envelope" if data.startswith(b"ENROL-BUNDLE/1\n") else "bad_magic"
            self.learn(file.path, replace(meaning, broken=whole, signed=signed, digest=digest_of(data)))

    def _put(self, number: int, relative: str, data: bytes) -> None:
        path = self.stick(number).root / relative
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
