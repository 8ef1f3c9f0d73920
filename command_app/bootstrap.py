"""Where the command is wired together: store URL, key files, catalogues, clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path

import resources
from campaign.catalogue import Catalogue
from campaign.refusal import InputRefused, StoreBroken
from command_app.services.city import City
from command_app.services.found_city import USER, slots_of
from db.keyslots import KeySlots
from db.meta import MARK_KEY, read_meta
from db.store import Store

SQLITE = "sqlite:///"
DEFAULT_STORE = "sqlite:///command.db"


@cache
def catalogue() -> Catalogue:
    """The built-in catalogues."""
    return Catalogue.from_json(lambda name: resources.read(f"data/{name}"))


def store_path(url: str) -> Path:
    """The file of a store URL. Raises InputRefused("bad_store_url") for what this program can't open."""
    if not url.startswith(SQLITE) or url == SQLITE:
        raise InputRefused("bad_store_url", url=url.split("://", 1)[0])
    return Path(url.removeprefix(SQLITE))


def is_drill(url: str) -> bool:
    """Whether a store is a drill's: known before it is opened. Raises InputRefused("not_set_up")."""
    return _slots(url).point.drill


@contextmanager
def open_city(
    url: str, password: str, clock_for: Callable[..., Callable[[], datetime]], *, read_only: bool = False
) -> Iterator[City]:
    """The command, unlocked; closed at the end. Raises InputRefused("not_set_up"), NotPermitted, StorageRefused."""
    slots = _slots(url)
    clock = clock_for(drill=slots.point.drill)
    key = slots.unlock(USER, password, now=clock())
    with Store.open(store_path(url), key, read_only=read_only) as store:
        with store.read() as snapshot:
            mark_key = read_meta(snapshot, MARK_KEY)
        if mark_key is None:
            raise StoreBroken("store_damaged")
        yield City(store, mark_key, catalogue(), clock)


def _slots(url: str) -> KeySlots:
    path = store_path(url)
    if not path.exists() or not slots_of(path).exists():
        raise InputRefused("not_set_up", home=str(path))
    return KeySlots.open(slots_of(path))
