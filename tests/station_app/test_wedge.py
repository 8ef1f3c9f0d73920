"""A scanner told from a hand by when its keys come."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from station_app.hardware.wedge import BACKSPACE, FAST_MS, FEWEST, LONGEST, PAUSE_MS, TAIL_MS, Burst, Wedge

NUMBER = "031195004417"
CARD = "031188000862|145678901|Phạm Thị Thu Huyền|04031988|Nữ|Tổ 3, Phường Dư Hàng, Quận Lê Chân|05032021"

between_scanned = st.integers(1, 35)
between_typed = st.integers(FAST_MS + 1, 900)
payloads = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=FEWEST, max_size=80)
typed_texts = st.text(st.characters(exclude_categories=["C"]), max_size=30)
ends = st.sampled_from("\r\n\t")


@dataclass
class Desk:
    """Keeps what waits, as the window does."""

    wedge: Wedge = field(default_factory=Wedge)
    now: int = 1000
    acted: list[str] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    bursts: list[Burst] = field(default_factory=list)

    def key(self, text: str, gap: int, *, repeated: bool = False) -> None:
        self.now += gap
        ruling = self.wedge.key(text, self.now, repeated=repeated)
        self._let(released=ruling.released, burst=ruling.burst)
        if ruling.fate == "waits":
            self.waiting.append(text)
        elif ruling.fate == "acts":
            assert self.waiting == []
            self.acted.append(text)

    def keys(self, text: str, gap: int) -> None:
        for letter in text:
            self.key(letter, gap)

    def rest(self) -> None:
        """Nothing comes, until nothing is left to be waited for."""
        while patience := self.wedge.patience:
            self.now += patience + 1
            ruling = self.wedge.pause()
            self._let(released=ruling.released, burst=ruling.burst)
        assert self.waiting == []

    def _let(self, *, released: bool, burst: Burst | None) -> None:
        if self.wedge.running:
            self.waiting.clear()
        if released:
            self.acted += self.waiting
            self.waiting.clear()
        if burst:
            self.bursts.append(burst)

    @property
    def typed(self) -> str:
        return "".join(self.acted)


@given(payloads, st.data(), ends)
def test_a_burst_is_one_payload_and_leaves_nothing_behind(payload: str, data: st.DataObject, end: str) -> None:
    desk = Desk()
    for letter in payload + end:
        desk.key(letter, data.draw(between_scanned))
    assert desk.bursts == [Burst(payload)]
    desk.rest()
    assert (desk.acted, desk.bursts) == ([], [Burst(payload)])


@given(payloads, between_scanned)
def test_a_burst_without_an_end_ends_with_a_pause(payload: str, gap: int) -> None:
    desk = Desk()
    desk.keys(payload, gap)
    assert desk.bursts == []
    desk.rest()
    assert (desk.acted, desk.bursts) == ([], [Burst(payload)])
    desk.keys(payload, gap)
    desk.key("F1", PAUSE_MS + 1)  # nobody waited: the next key tells that it is over
    assert desk.bursts == [Burst(payload)] * 2


@given(st.lists(st.tuples(st.sampled_from([*"a0 \r\t\b", "", "ễ"]), between_typed)))
def test_what_a_hand_types_acts_in_its_order_and_is_no_burst(keys: list[tuple[str, int]]) -> None:
    desk = Desk()
    for text, gap in keys:
        desk.key(text, gap)
    desk.rest()
    assert desk.acted == [text for text, _ in keys]
    assert desk.bursts == []


@given(st.text("abc01 ", max_size=FEWEST - 1), st.integers(0, FAST_MS), st.sampled_from(["", "\r", "\b", "\t"]))
def test_a_few_keys_rolled_over_are_a_hands(text: str, gap: int, behind: str) -> None:
    desk = Desk()
    desk.keys(text, gap)
    desk.key(behind, gap)
    assert desk.acted == [*text, behind]
    desk.rest()
    assert (desk.acted, desk.bursts) == ([*text, behind], [])


@given(st.lists(st.one_of(st.tuples(st.just("scan"), payloads), st.tuples(st.just("hand"), typed_texts))), st.data())
def test_a_hand_and_a_scanner_at_the_same_keyboard_never_mix(turns: list[tuple[str, str]], data: st.DataObject) -> None:
    desk, scanned, typed = Desk(), [], ""
    for who, text in turns:
        desk.now += TAIL_MS + 1  # a hand's Enter needs longer
        if who == "scan":
            desk.keys(text + data.draw(ends), data.draw(between_scanned))
            scanned.append(Burst(text))
        else:
            desk.keys(text, data.draw(between_typed))
            typed += text
    desk.rest()
    assert (desk.typed, desk.bursts) == (typed, scanned)


@given(payloads, st.integers(FEWEST, 79), st.integers(36, PAUSE_MS))
def test_a_recognised_burst_outlasts_a_busy_computer(payload: str, place: int, gap: int) -> None:
    desk = Desk()
    for number, letter in enumerate(payload + "\r"):
        desk.key(letter, gap if number == place else 10)
    assert desk.bursts == [Burst(payload)]


@pytest.mark.parametrize("key", ["", "F1", "F7", "Alt+2", "Ctrl+Z", "Up"])
def test_no_key_acts_in_the_middle_of_a_burst(key: str) -> None:
    desk = Desk()
    desk.keys(CARD[:30], 12)
    desk.key("", 12)
    desk.keys(CARD[30:] + "\r", 12)
    assert (desk.acted, desk.bursts) == ([], [Burst(CARD)])
    desk.key("", 12)
    assert desk.acted == [""]


def test_the_second_line_end_of_a_scan_is_no_enter_and_a_later_one_is() -> None:
    desk = Desk()
    desk.keys(NUMBER + "\r\n\r", 12)
    assert desk.acted == []
    desk.key("\r", TAIL_MS)
    assert desk.acted == ["\r"]


def test_a_key_of_a_hand_right_behind_a_scan_is_not_lost() -> None:
    desk = Desk()
    desk.keys(NUMBER + "\r", 12)
    desk.key("5", FAST_MS + 1)
    desk.key("\r", FAST_MS + 1)
    assert desk.acted == ["5"]


def test_scans_on_each_others_heels_stay_apart() -> None:
    desk = Desk()
    desk.keys(f"{NUMBER}\r{NUMBER[::-1]}\r\n{NUMBER}\t", 12)
    assert [burst.text for burst in desk.bursts] == [NUMBER, NUMBER[::-1], NUMBER]
    assert desk.acted == []


def test_a_digit_that_a_hand_pressed_before_a_scan_acts_by_itself() -> None:
    desk = Desk()
    desk.key("2", 500)
    desk.keys(NUMBER + "\r", FAST_MS + 1)
    desk.rest()
    desk.key("3", 500)
    desk.keys(NUMBER + "\r", 12)  # at the very moment of the scan it can't be told from it
    assert [burst.text for burst in desk.bursts] == ["3" + NUMBER]
    assert desk.typed == "2" + NUMBER + "\r"  # too slow for a scanner


def test_a_capital_is_two_keys() -> None:
    desk = Desk()
    for letter in "IDVNM1950044171":
        if letter.isalpha():
            desk.now += 35
            desk.wedge.aside(desk.now)
        desk.key(letter, 35)
    desk.key("\r", 35)
    assert desk.bursts == [Burst("IDVNM1950044171")]


def test_a_modifier_of_a_hand_changes_nothing() -> None:
    desk = Desk()
    desk.key("a", 100)
    desk.now += 80
    desk.wedge.aside(desk.now)
    desk.key("B", 40)
    desk.now += 500
    desk.wedge.aside(desk.now)
    desk.rest()
    assert (desk.typed, desk.bursts) == ("aB", [])


def test_a_key_that_is_held_down_repeats_at_once() -> None:
    desk = Desk()
    desk.key("0", 500)
    desk.key("0", 400, repeated=True)
    for _ in range(9):
        desk.key("0", 33, repeated=True)
    assert (desk.typed, desk.waiting, desk.bursts) == ("0" * 11, [], [])


def test_a_doubled_digit_counts_twice_though_the_system_takes_it_for_repetition() -> None:
    desk = Desk()
    desk.key("1", 100)
    desk.key("1", 1, repeated=True)
    desk.keys("1234\r", 1)
    assert desk.bursts == [Burst("111234")]


def test_what_an_input_method_takes_back_and_writes_anew_is_in_the_payload_and_told() -> None:
    desk = Desk()
    desk.keys("031195004417||Nguye", 10)
    desk.keys(BACKSPACE + "ênn" + BACKSPACE + "|\r", 10)
    assert desk.bursts == [Burst("031195004417||Nguyên|", disturbed=True)]
    desk.keys(NUMBER + "\r", 10)
    assert desk.bursts[-1] == Burst(NUMBER)


def test_what_an_input_method_commits_is_in_the_payload_and_told() -> None:
    desk = Desk()
    assert not desk.wedge.composed("ễ")
    desk.keys("031195004417||", 10)
    assert desk.wedge.composed("Nguye")
    assert desk.wedge.composed("ễn", 1)
    desk.keys("|\r", 10)
    assert desk.bursts == [Burst("031195004417||Nguyễn|", disturbed=True)]
    assert not desk.wedge.composed("ễ")


def test_control_characters_stay_in_the_payload_for_the_rules_to_refuse() -> None:
    desk = Desk()
    desk.keys("0311950\x1d04417\r", 10)
    assert desk.bursts == [Burst("0311950\x1d04417")]


def test_an_endless_burst_is_kept_to_a_bound() -> None:
    desk = Desk()
    desk.keys("7" * 10_000 + "\r", 1)
    assert desk.bursts == [Burst("7" * LONGEST)]
    assert LONGEST > 1000


def test_a_clock_that_starts_anew_parts_what_was_before() -> None:
    desk = Desk()
    desk.keys(NUMBER, 10)
    desk.now = 5
    desk.keys(NUMBER + "\r", 10)
    assert desk.bursts == [Burst(NUMBER)] * 2


def test_a_space_presses_a_button_at_once_and_parts_a_number() -> None:
    desk = Desk()
    desk.key(" ", 500)
    assert desk.acted == [" "]
    desk.keys("031 195 004 417\r", 10)
    assert desk.bursts == [Burst("031 195 004 417")]
