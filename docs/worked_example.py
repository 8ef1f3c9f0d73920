"""Writes the worked example of docs/bundle-format.md, byte for byte: python -m docs.worked_example"""

from __future__ import annotations

from datetime import date
from hashlib import sha256
from pathlib import Path

from bundle.documents import Request, RequestedDevice, document_bytes
from bundle.envelope import seal
from bundle.keys import key_id, public_key
from campaign.chain import commitment, first_head, next_head
from campaign.entry import Entry, make_entry
from campaign.events import ApplicationLogged, Body, CheckAnswer, JournalStarted, ShiftOpened
from campaign.subject import Subject, subject_bytes

DOCUMENT = Path(__file__).with_name("bundle-format.md")
MARK = "<!-- From here on made by docs/worked_example.py -->\n"

STATION, DAY, SHIFT = "HP-LC-01", date(2021, 4, 2), "2021-04-02.TB-1.ca-1.1"
PRIVATE = bytes(range(32))
SALT = bytes(range(16))
SUBJECT = subject_bytes(
    Subject(old_number="031234567", name="Nguyễn Thị Mai", birth_date="1999", sex="female", commune="11404")
)

READER = """\
import json, sys
from hashlib import sha256

station, epoch = sys.argv[1:]
head = sha256(f"ENROL-JOURNAL/1\\n{station}\\n{epoch}\\n".encode()).digest()
for line in sys.stdin.buffer.read().splitlines():
    kind, data = line[:1], line[2:]
    if kind == b"E":
        head = sha256(head + data).digest()
        entry = json.loads(data)
        print(entry["n"], head.hex(), entry["kind"])
    else:
        salt, subject = bytes.fromhex(data[:32].decode()), data[33:]
        assert sha256(salt + subject).hexdigest() == entry["subject"]
"""


def entries() -> list[Entry]:
    """A journal of three: it starts, a shift opens, an application is logged."""
    started = JournalStarted(
        campaign="hp-2021",
        station=STATION,
        unit="Công an quận Lê Chân",
        epoch=1,
        key_id=key_id(public_key(PRIVATE)),
        drill=True,
        program="0.1.0",
    )
    opened = ShiftOpened(
        window="ca-1",
        day=DAY.isoformat(),
        plan_version=1,
        quota=117,
        planned_minutes=300,
        commander="Trần Thị Hạnh",
        crew=["an.nv"],
        checks=[CheckAnswer(id="disk_space", state="ok")],
    )
    logged = ApplicationLogged(
        form_id="0178905e-1dc8-7000-8000-000000000001",
        case_type="from_cmnd9",
        outcome="accepted",
        commune="11404",
        source="typed",
        warnings=[],
    )
    return [
        _entry(1, "07:25:00", "hanh.tt", started),
        _entry(2, "07:30:00", "an.nv", opened, shift=SHIFT, device="TB-1"),
        _entry(3, "07:34:41", "an.nv", logged, shift=SHIFT, device="TB-1", subject=commitment(SALT, SUBJECT)),
    ]


def _entry(n: int, clock: str, by: str, body: Body, **header: str) -> Entry:
    return make_entry(n, f"{DAY}T{clock}+07:00", DAY, by, body, **header)


def payload() -> bytes:
    """The lines that a bundle of the whole journal encrypts."""
    lines = [b"E " + entry.data for entry in entries()]
    return b"\n".join([*lines, b"S " + SALT.hex().encode() + b" " + SUBJECT, b""])


def request() -> bytes:
    """A signed document: Ed25519 signatures are the same every time, so that it can be compared."""
    asked = Request(
        campaign="hp-2021",
        drill=True,
        station=STATION,
        unit="Công an quận Lê Chân",
        epoch=1,
        key=public_key(PRIVATE).hex(),
        devices=(RequestedDevice(id="TB-1", label="Thiết bị 1"),),
        created_at="2021-04-02T07:26:00+07:00",
    )
    return document_bytes(asked)


def heads() -> list[str]:
    """h(0) … h(3)."""
    found = [first_head(STATION, 1)]
    for entry in entries():
        found.append(next_head(found[-1], entry.data))
    return [head.hex() for head in found]


def _block(text: str) -> str:
    return "".join(f"    {line}\n" for line in text.splitlines())


def worked_example() -> str:
    """The section's text after its mark."""
    lines = payload()
    count, digest = len(lines.splitlines()), sha256(lines).hexdigest()
    private, public = [PRIVATE], public_key(PRIVATE).hex()
    return f"""
Station `{STATION}`, epoch 1, a drill. The station's private key is the 32 bytes 00, 01 … 1f, the salt the 16 bytes 00,
01 … 0f, the person is invented.

**The journal.** Three entries:

{_block(chr(10).join(entry.data.decode() for entry in entries()))}
**The subject** of entry 3, {len(SUBJECT)} bytes, and its commitment:

{_block(SUBJECT.decode())}
    SHA256(000102030405060708090a0b0c0d0e0f + subject) = {commitment(SALT, SUBJECT)}

**The chain**:

{_block(chr(10).join(f"h({n}) = {head}" for n, head in enumerate(heads())))}
`printf 'ENROL-JOURNAL/1\\n{STATION}\\n1\\n' | sha256sum` gives h(0).

**The payload** of a bundle of all three is the lines below, each with its line end: {len(lines)} bytes,
{count} lines, SHA-256 {digest}.

{_block(lines.decode())}
In the manifest:

    "first":1,"last":3,"count":3,"head_before":"<h(0)>","head":"<h(3)>"
    "plaintext":{{"bytes":{len(lines)},"sha256":"{digest}","lines":{count}}}

The zstd frame and the age file differ from one writing to the next, so the manifest's `ciphertext` and its signature
do. This much of a reader recomputes chain and commitments of a first bundle that was decrypted by
`tail -n +3 FILE | age -d -i KEY | zstd -d`; it is given the station and the epoch:

```python
{READER}```

For the payload above it prints h(1), h(2) and h(3).

**An envelope**: the station's request. Its payload, {len(request())} bytes:

{_block(request().decode())}
The keyid is SHA-256 of the public key {public};
its first 16 digits are what the command is told by phone. The line, in the file with a line end:

{_block(seal("request", request(), private).decode())}"""


def document() -> str:
    """The whole document with its example as the code makes it now."""
    text, _, _ = DOCUMENT.read_text(encoding="utf-8").partition(MARK)
    return text + MARK + worked_example()


if __name__ == "__main__":
    DOCUMENT.write_text(document(), encoding="utf-8")
