"""Where the command is wired together: store URL, key files, catalogues, clock."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache

import resources
from campaign.catalogue import Catalogue
from campaign.refusal import StoreBroken
from command_app.services.city import City
from command_app.store_places import USER, place_of
from db.command_schema import metadata
from db.meta import MARK_KEY, read_meta
from db.persons import retake_persons
from db.upgrade import upgrade_to_this

DEFAULT_STORE = "sqlite:///command.db"


@cache
def catalogue() -> Catalogue:
    """The built-in catalogues."""
    return Catalogue.from_json(lambda name: resources.read(f"data/{name}"))


def is_drill(url: str) -> bool:
    """Whether a store is a drill's: known before it is opened. Raises InputRefused("not_set_up")."""
    return place_of(url).slots().point.drill


@contextmanager
def open_city(
    url: str, password: str, clock_for: Callable[..., Callable[[], datetime]], *, read_only: bool = False
) -> Iterator[City]:
    """The command, unlocked; closed at the end. Raises InputRefused("not_set_up"), NotPermitted, StorageRefused."""
    place = place_of(url)
    slots = place.slots()
    clock = clock_for(drill=slots.point.drill)
    key = slots.unlock(USER, password, now=clock())
    upgrade = upgrade_to_this(catalogue().outcome_rules, metadata, then=retake_persons)
    with place.open(key, read_only=read_only, upgrade=upgrade) as store:
        with store.read() as snapshot:
            mark_key = read_meta(snapshot, MARK_KEY)
        if mark_key is None:
            raise StoreBroken("store_damaged")
        yield City(store, mark_key, catalogue(), clock)
