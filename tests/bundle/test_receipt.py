"""The receipt: what the command says, and what becomes of a station's mark."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bundle.documents import BundleRow, DuplicateRow, QuarantineRow, Receipt, read_document
from bundle.receipt import Judgement, build_receipt, judge_receipt
from campaign.refusal import InputRefused
from tests.bundle.city import CAMPAIGN, NOW, STATION

LAST = 30


def head_at(n: int) -> str:
    assert 0 <= n <= LAST
    return f"{n:064x}"


def a_receipt(accepted_through: int = 20, **changes: Any) -> Receipt:
    given: dict[str, Any] = {
        "campaign": CAMPAIGN,
        "drill": True,
        "station": STATION,
        "epoch": 2,
        "city_generation": 1,
        "serial": 5,
        "accepted_through": accepted_through,
        "head": f"{accepted_through:064x}",
        "durable_through": 0,
        "issued_at": NOW,
    }
    return read_document(build_receipt(**given | changes), Receipt)


def judge(receipt: Receipt, **known: Any) -> Judgement:
    given: dict[str, Any] = {
        "city_generation": 1,
        "epoch": 2,
        "last": LAST,
        "head_at": head_at,
        "mark": 10,
        "previous": (1, 4),
    }
    return judge_receipt(receipt, **given | known)


def refused_bundle(code: str, seq: int = 3) -> BundleRow:
    return BundleRow(seq=seq, sha256="ab" * 32, state="refused", code=code)


def test_the_mark_moves_to_what_the_command_holds() -> None:
    assert judge(a_receipt(20)) == Judgement("accepted", 20)
    assert judge(a_receipt(LAST)) == Judgement("accepted", LAST)


def test_the_first_receipt_of_all() -> None:
    assert judge(a_receipt(0), mark=0, previous=None) == Judgement("accepted", 0)
    assert judge(a_receipt(7), mark=0, previous=None) == Judgement("accepted", 7)


@pytest.mark.parametrize("serial", [1, 4])
def test_an_old_serial_changes_nothing(serial: int) -> None:
    assert judge(a_receipt(20, serial=serial)) == Judgement("old", 10)
    assert judge(a_receipt(LAST, serial=serial, head="00" * 32)) == Judgement("old", 10)


def test_a_lower_number_leaves_the_mark() -> None:
    assert judge(a_receipt(5)) == Judgement("accepted", 10)
    assert judge(a_receipt(5, bundles=[refused_bundle("bad_digest")])) == Judgement("accepted", 10)
    known = BundleRow(seq=3, sha256="ab" * 32, state="known", code="gap")
    assert judge(a_receipt(5, bundles=[known])) == Judgement("accepted", 10)


def test_a_gap_at_the_command_moves_the_mark_back_once() -> None:
    receipt = a_receipt(5, bundles=[refused_bundle("bad_digest", 2), refused_bundle("gap")])
    assert judge(receipt) == Judgement("accepted", 5)
    assert judge(receipt, mark=12, previous=(1, receipt.serial)) == Judgement("old", 12)


def test_a_restored_command_moves_the_mark_back() -> None:
    receipt = a_receipt(5, city_generation=2, serial=1)
    assert judge(receipt, city_generation=2) == Judgement("accepted", 5)
    later = a_receipt(3, city_generation=2, serial=2)
    assert judge(later, city_generation=2, mark=5, previous=(2, 1)) == Judgement("accepted", 5)


def test_what_a_command_said_before_it_was_restored_is_old() -> None:
    assert judge(a_receipt(20, serial=99), city_generation=2) == Judgement("old", 10)


def test_a_generation_that_no_trust_names_waits_for_the_trust() -> None:
    with pytest.raises(InputRefused, match="trust_missing"):
        judge(a_receipt(20, city_generation=2))


def test_another_head_is_a_fork() -> None:
    with pytest.raises(InputRefused, match="fork") as fork:
        judge(a_receipt(20, head="ab" * 32))
    assert fork.value.fields == {"n": 20, "held": head_at(20), "offered": "ab" * 32}


def test_a_number_beyond_the_last_entry_is_a_database_put_back() -> None:
    with pytest.raises(InputRefused, match="beyond_last") as beyond:
        judge(a_receipt(LAST + 1))
    assert beyond.value.fields == {"accepted_through": LAST + 1, "last": LAST}


def test_an_earlier_epoch_is_over_and_a_later_one_is_another_machine() -> None:
    assert judge(a_receipt(20, epoch=1)) == Judgement("old", 10)
    with pytest.raises(InputRefused, match="fork"):
        judge(a_receipt(20, epoch=3))


receipts = st.builds(
    a_receipt,
    st.integers(0, LAST),
    serial=st.integers(1, 6),
    city_generation=st.integers(1, 3),
    bundles=st.lists(st.sampled_from([refused_bundle("gap"), refused_bundle("bad_magic")]), max_size=2),
)


@given(st.lists(receipts, max_size=12))
def test_whatever_comes_in_whatever_order_a_mark_goes_back_only_for_a_reason(arriving: list[Receipt]) -> None:
    mark, previous, generation = 0, None, 1
    for receipt in arriving:
        generation = max(generation, receipt.city_generation)
        verdict = judge(receipt, mark=mark, previous=previous, city_generation=generation)
        serial = (receipt.city_generation, receipt.serial)
        if verdict.state == "old":
            assert verdict.mark == mark
            assert receipt.city_generation < generation or (previous is not None and serial <= previous)
            continue
        assert verdict.mark in (mark, receipt.accepted_through)
        if verdict.mark < mark:
            told = any(row.code == "gap" for row in receipt.bundles)
            assert told or (previous is not None and receipt.city_generation > previous[0])
        mark, previous = verdict.mark, serial


def test_lists_end_at_two_thousand_rows_and_the_rest_is_counted() -> None:
    receipt = a_receipt(
        bundles=[refused_bundle("gap", seq) for seq in range(1, 2001)],
        quarantined=[QuarantineRow(n=n, code="bad_body") for n in range(1, 2004)],
        duplicates=[DuplicateRow(n=n, station="HP-HB-02", epoch=1, other=n) for n in range(1, 2003)],
    )
    assert [len(rows) for rows in (receipt.bundles, receipt.quarantined, receipt.duplicates)] == [2000] * 3
    assert receipt.more == 5
    assert (receipt.quarantined[-1].n, receipt.duplicates[-1].n) == (2000, 2000)
    assert a_receipt().more == 0


@pytest.mark.parametrize("changes", [{"durable_through": 21}, {"serial": 0}, {"station": "CON"}, {"head": ""}])
def test_what_no_station_would_take_is_not_made(changes: dict[str, Any]) -> None:
    with pytest.raises(InputRefused, match="bad_document"):
        a_receipt(20, **changes)
