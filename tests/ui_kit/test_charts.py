"""What the charts compute before they paint."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from ui_kit.bullet_graph import Bullet
from ui_kit.deviation_lines import spread

places = st.lists(st.floats(0, 200), max_size=6).map(sorted)


@given(places)
def test_labels_never_overlap_and_stay_on_the_chart(wanted: list[float]) -> None:
    placed = spread(wanted, 15, 7.5, 172.5)
    assert all(after - before >= 15 - 1e-6 for before, after in pairwise(placed))
    assert all(7.5 - 1e-6 <= place <= 172.5 + 1e-6 for place in placed)


@given(places)
def test_labels_with_room_stay_where_they_belong(wanted: list[float]) -> None:
    apart = [20.0 + 30 * number for number, _ in enumerate(wanted)]
    assert spread(apart, 15, 7.5, 250) == apart


def test_without_room_labels_run_on_from_the_top() -> None:
    assert spread([1, 2, 3], 15, 7.5, 20) == [7.5, 22.5, 37.5]


def test_the_quota_stands_at_seven_eighths_unless_something_reaches_further() -> None:
    assert Bullet(213, 201, 350, 371).scale() == 400
    assert Bullet(213, 201, 350, 500).scale() > 500
    assert Bullet(0, 0, 0).scale() == 1


def test_a_bar_is_behind_only_below_its_plan() -> None:
    assert Bullet(200, 201, 350).behind()
    assert not Bullet(201, 201, 350).behind()
