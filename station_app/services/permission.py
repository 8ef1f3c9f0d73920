"""Who may do what (campaign rules, Roles). Asked in services, so that no window and no command can forget it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from campaign.events import Role
from campaign.refusal import NotPermitted
from campaign.rows import UserRow

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
    "report",
    "acknowledge",
    "see_numbers",
    "manage_users",
    "request",
    "settings",
    "backup",
    "own_view",
]

_OPERATOR: frozenset[Right] = frozenset(["log", "run_shift", "undo", "void", "own_view"])
_SUPERVISOR: frozenset[Right] = _OPERATOR | {
    "override",
    "export",
    "receive_orders",
    "receive_trust",
    "reopen",
    "register_stick",
    "report",
    "acknowledge",
    "see_numbers",
}
_ADMINISTRATOR: frozenset[Right] = frozenset(
    ["manage_users", "request", "receive_trust", "settings", "backup", "own_view"]
)

RIGHTS: dict[Role, frozenset[Right]] = {
    "operator": _OPERATOR,
    "supervisor": _SUPERVISOR,
    "administrator": _ADMINISTRATOR,
}


ROLES: dict[str, Role] = {role: role for role in get_args(Role)}


@dataclass(frozen=True, slots=True)
class Person:
    """A user whose password was given. In a drill the administrator may do everything.

    Whose password is ``temporary`` may do nothing until it is changed.
    """

    user: str
    full_name: str
    role: Role
    drill: bool
    temporary: bool = False

    @classmethod
    def of(cls, row: UserRow, drill: bool) -> Person:
        """Who a user is by the journal; whose password was given, the caller knows."""
        return cls(row.user, row.full_name, ROLES[row.role], drill)

    def may(self, right: Right) -> bool:
        return not self.temporary and self._role_may(right)

    def require(self, right: Right) -> None:
        """Raises NotPermitted("role_may_not", "password_temporary")."""
        if not self._role_may(right):
            raise NotPermitted("role_may_not", role=self.role, right=right)
        if self.temporary:
            raise NotPermitted("password_temporary")

    def _role_may(self, right: Right) -> bool:
        return right in RIGHTS[self.role] or (self.drill and self.role == "administrator")


def require_second(first: Person, second: Person | None) -> Person:
    """A second person: a supervisor or administrator other than the one signed in.

    Raises NotPermitted("second_person_needed", "password_temporary").
    """
    if second is None or second.user == first.user or second.role == "operator":
        raise NotPermitted("second_person_needed")
    if second.temporary:
        raise NotPermitted("password_temporary")
    return second
