"""Who may do what (campaign rules, Roles). Asked in services, so that no window and no command can forget it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from campaign.events import Role
from campaign.refusal import NotPermitted

Right = Literal[
    "log",
    "run_shift",
    "undo",
    "void",
    "override",
    "export",
    "receive_orders",
    "receive_trust",
    "reopen",
    "register_stick",
    "manage_users",
    "request",
]

_OPERATOR: frozenset[Right] = frozenset(["log", "run_shift", "undo", "void"])
_SUPERVISOR: frozenset[Right] = _OPERATOR | {
    "override",
    "export",
    "receive_orders",
    "receive_trust",
    "reopen",
    "register_stick",
}
_ADMINISTRATOR: frozenset[Right] = frozenset(["manage_users", "request", "receive_trust"])

RIGHTS: dict[Role, frozenset[Right]] = {
    "operator": _OPERATOR,
    "supervisor": _SUPERVISOR,
    "administrator": _ADMINISTRATOR,
}


@dataclass(frozen=True, slots=True)
class Person:
    """A user whose password was given. In a drill the administrator may do everything."""

    user: str
    full_name: str
    role: Role
    drill: bool

    def may(self, right: Right) -> bool:
        return right in RIGHTS[self.role] or (self.drill and self.role == "administrator")

    def require(self, right: Right) -> None:
        """Raises NotPermitted("role_may_not")."""
        if not self.may(right):
            raise NotPermitted("role_may_not", role=self.role, right=right)


def require_second(first: Person, second: Person | None) -> Person:
    """A second person: a supervisor or administrator other than the one signed in.

    Raises NotPermitted("second_person_needed").
    """
    if second is None or second.user == first.user or second.role == "operator":
        raise NotPermitted("second_person_needed")
    return second
