"""The program is killed while it writes: what it had acknowledged is there, and nothing is there in part."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from db.history import History
from db.store import Store
from db.verify import verify_store
from tests.db.stores import KEY, MARK_KEY
from tests.journals import RULES, STATION

# Logs one application after another; says the number of each that has become durable.
LOGS = """
import sys
from datetime import date
from pathlib import Path
from db.store import Store
from tests.db.stores import KEY, a_subject, journal_of
from tests.journals import a_shift_id, a_shift_opened, an_application
at, where = "2021-04-02T08:00:00+07:00", {"shift": a_shift_id(), "device": "TB-1"}
store = Store.create(Path(sys.argv[1]), KEY)
body, subject = a_shift_opened(), None
while True:
    with store.write() as tx:
        said = journal_of(tx).append(body, at=at, by="an.nv", day=date(2021, 4, 2), **where, subject=subject)
    print(said.n, said.head, flush=True)
    body, subject = an_application(form_id=f"form-{said.n}"), a_subject(said.n)
"""

# Imports in one transaction without an end; says how many entries have gone in.
IMPORTS = """
import sys
from pathlib import Path
from db.store import Store
from tests.db.stores import KEY, journal_of, receive, received
from tests.journals import WrittenJournal, a_journal_started, a_shift_opened, an_application
store = Store.create(Path(sys.argv[1]), KEY)
written = WrittenJournal()
written.add(a_journal_started())
written.add(a_shift_opened(), **written.on())
with store.write() as tx:
    receive(journal_of(tx), received(written.entries))
print(2, "committed", flush=True)
for n in range(10_000):
    written.add(an_application(form_id=f"form-{n}"), **written.on())
with store.write() as tx:
    for start in range(2, 10_000, 500):
        receive(journal_of(tx), received(written.entries)[start : start + 500])
        tx.flush()
        print(start + 500, "uncommitted", flush=True)
"""


def killed(program: str, path: Path, after_lines: int, after_seconds: float) -> list[str]:
    """What the program had said when it was killed."""
    with subprocess.Popen([sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        said = [process.stdout.readline() for _ in range(after_lines)]
        time.sleep(after_seconds)
        process.send_signal(signal.SIGKILL)
        said += process.stdout.readlines()
    assert process.returncode == -signal.SIGKILL
    return [line for line in said if line.endswith("\n")]


@pytest.mark.parametrize("attempt", range(3))
def test_what_was_acknowledged_survives_a_kill(tmp_path: Path, attempt: int) -> None:
    path = tmp_path / "store.db"
    said = killed(LOGS, path, after_lines=20, after_seconds=0.0537 * attempt)
    n, head = said[-1].split()
    with Store.open(path, KEY) as store, store.read() as snapshot:
        history = History(snapshot, STATION, 1)
        assert history.last() in (int(n), int(n) + 1)  # the last one may have become durable without being told
        assert history.head_at(int(n)) == bytes.fromhex(head)
        verified = verify_store(snapshot, RULES, MARK_KEY)
        assert verified.ok, verified.differences
        assert verified.entries == history.last()


def test_half_an_import_is_no_import(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    assert killed(IMPORTS, path, after_lines=3, after_seconds=0)[-1].endswith("uncommitted\n")
    with Store.open(path, KEY, read_only=True) as looking, looking.read() as snapshot:
        assert History(snapshot, STATION, 1).last() == 2
    with Store.open(path, KEY) as store, store.read() as snapshot:
        assert History(snapshot, STATION, 1).last() == 2
        assert verify_store(snapshot, RULES, MARK_KEY).ok
