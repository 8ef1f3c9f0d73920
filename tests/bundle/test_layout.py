"""Names on a stick: written and read the same way."""

from __future__ import annotations

import pytest

from bundle import layout
from bundle.layout import FOLDERS, FoundKind, parse_name

S = "HP-LC-01"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        (layout.bundle_path(S, 1, 42), "enrol/bundles/HP-LC-01/HP-LC-01-e1-000042.bundle"),
        (layout.request_path(S, 2), "enrol/requests/HP-LC-01-e2.request"),
        (layout.trust_path(3), "enrol/trust/000003.trust"),
        (layout.plan_path(1234567), "enrol/plans/1234567.plan"),
        (layout.enrolment_path(S, 1), "enrol/enrolments/HP-LC-01-e1.enrolment"),
        (layout.rebuild_path(S, 1), "enrol/rebuilds/HP-LC-01-e1.rebuild"),
        (layout.receipt_path(S, 1, 2, 77), "enrol/receipts/HP-LC-01-e1-g2-000077.receipt"),
    ],
)
def test_paths_are_the_formats(path: str, said: str) -> None:
    assert path == said
    _, folder, *_, name = path.split("/")
    parsed = parse_name(FOLDERS[folder], name)
    assert parsed is not None
    station, numbers = parsed
    assert station == (S if S in path else None)
    assert all(str(number) in name for number in numbers)


def test_a_name_tells_its_numbers_in_their_order() -> None:
    assert parse_name("receipt", "HP-LC-01-e1-g2-000077.receipt") == (S, (1, 2, 77))
    assert parse_name("bundle", "HP-LC-01-e3-000042.bundle") == (S, (3, 42))
    assert parse_name("trust", "000003.trust") == (None, (3,))


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("request", "HP-LC-01-e2.enrolment"),
        ("request", "HP-LC-01-e02.request"),
        ("request", "hp-e1.request"),
        ("request", "-e1.request"),
        ("enrolment", "LPT1-e1.enrolment"),
        ("rebuild", "HP-LC-01.rebuild"),
        ("trust", "3.trust"),
        ("trust", "000000.trust"),
        ("trust", "X000003.trust"),
        ("plan", "000003.plan.part"),
        ("plan", "._000003.plan"),
        ("receipt", "HP-LC-01-e1-g0-000077.receipt"),
        ("receipt", "HP-LC-01-e1-000077.receipt"),
        ("bundle", "HP-LC-01-e1-000042.BUNDLE"),
    ],
)
def test_other_names_are_told(kind: FoundKind, name: str) -> None:
    assert parse_name(kind, name) is None
