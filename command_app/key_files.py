"""The city's key files: roots, officers, and the age identities of the city and of recovery (docs/operations.md)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bundle.keys import from_agekey, from_pem, new_age_identity, new_private_key, public_key, to_agekey, to_pem
from campaign.refusal import InputRefused
from db.durable import write_durably

CITY, RECOVERY = "city", "recovery"
FIRST_OFFICERS = ("a", "b")
_OFFICER = re.compile(r"officer-(.+)\.pem")


@dataclass(frozen=True, slots=True)
class KeyFiles:
    """``passwords`` by key name (`a`, `root-1`, `city`), else ``password``; a drill's files are unencrypted."""

    folder: Path
    drill: bool
    password: str | None
    passwords: Mapping[str, str]

    def officers(self) -> list[str]:
        """The names of the officers whose key files are here."""
        return sorted(
            match[1] for path in self.folder.glob("officer-*.pem") if (match := _OFFICER.fullmatch(path.name))
        )

    def officer(self, name: str | None) -> bytes:
        """The private key of an officer; unnamed, the only one there is, or `a` in a drill.

        Raises InputRefused("key_missing", "sign_as_needed", "bad_key_file"), NotPermitted("wrong_password").
        """
        if name is None:
            found = self.officers()
            if len(found) != 1 and not self.drill:
                raise InputRefused("sign_as_needed", officers=found)
            name = found[0] if found else FIRST_OFFICERS[0]
        return self._pem(f"officer-{name}.pem", name)

    def root(self, number: int) -> bytes:
        """The private key of root `number`, from 1."""
        return self._pem(f"root-{number}.pem", f"root-{number}")

    def identity(self) -> str:
        """The age identity with which bundles are read."""
        return from_agekey(self._read(f"{CITY}.agekey"), self._secret(CITY))

    def write_new(self, roots: int) -> tuple[list[bytes], dict[str, bytes], str, str]:
        """New keys, written: the roots, the first officers by name, the recipients of city and recovery.

        Keys are never written over: raises InputRefused("keys_exist").
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        if any(self.folder.glob("*.pem")) or any(self.folder.glob("*.agekey")):
            raise InputRefused("keys_exist", folder=self.folder.name)
        root_keys = [new_private_key() for _ in range(roots)]
        officers = {name: new_private_key() for name in FIRST_OFFICERS}
        for number, private in enumerate(root_keys, start=1):
            self._write(f"root-{number}.pem", to_pem(private, self._secret(f"root-{number}")))
        for name, private in officers.items():
            self._write(f"officer-{name}.pem", to_pem(private, self._secret(name)))
        recipients = []
        for name in (CITY, RECOVERY):
            identity, recipient = new_age_identity()
            self._write(f"{name}.agekey", to_agekey(identity, self._secret(name)))
            recipients.append(recipient)
        return root_keys, officers, recipients[0], recipients[1]

    def _secret(self, name: str) -> str | None:
        return None if self.drill else self.passwords.get(name, self.password)

    def _pem(self, file: str, name: str) -> bytes:
        return from_pem(self._read(file), self._secret(name))

    def _read(self, file: str) -> bytes:
        try:
            return (self.folder / file).read_bytes()
        except FileNotFoundError:
            raise InputRefused("key_missing", file=file) from None

    def _write(self, file: str, content: bytes) -> None:
        write_durably(self.folder / file, content)


def public_keys(privates: Sequence[bytes]) -> list[bytes]:
    return [public_key(private) for private in privates]
