"""What a store's files really hold: every page of a SQLCipher file and of its log, decrypted, free space included.

A page ends in 16 bytes of IV and 64 of HMAC (https://www.zetetic.net/sqlcipher/design/), a file begins with 16 of
salt; a raw key is used as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, RESERVED, SALT = 4096, 80, 16
LOG_HEAD, FRAME_HEAD = 32, 24


def pages(path: Path, key: bytes) -> Iterator[bytes]:
    """Of the file, then of the log beside it."""
    content = path.read_bytes()
    for start in range(0, len(content), PAGE):
        yield _page(content[start : start + PAGE], key, SALT if start == 0 else 0)
    log = path.with_name(f"{path.name}-wal")
    content = log.read_bytes() if log.exists() else b""
    for start in range(LOG_HEAD, len(content), FRAME_HEAD + PAGE):
        frame = content[start : start + FRAME_HEAD]
        page = content[start + FRAME_HEAD : start + FRAME_HEAD + PAGE]
        yield _page(page, key, SALT if frame[:4] == b"\0\0\0\1" else 0)


def _page(page: bytes, key: bytes, skipped: int) -> bytes:
    vector = page[-RESERVED : -RESERVED + 16]
    decryptor = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
    return decryptor.update(page[skipped:-RESERVED]) + decryptor.finalize()


def hold(path: Path, key: bytes, text: bytes) -> int:
    """How many pages hold a text."""
    return sum(text in page for page in pages(path, key))
