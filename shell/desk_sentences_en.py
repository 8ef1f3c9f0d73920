"""The sentences of the desk in English: people, settings, the book, paper."""

from __future__ import annotations

DESK: dict[str, tuple[str, str]] = {
    "bad_pin": ("A PIN has four to six digits. Nothing was changed.", "Type it again."),
    "easy_pin": (
        "This PIN is too easy to guess. Nothing was changed.",
        "Don't repeat one digit, and don't count up or down.",
    ),
    "last_administrator": (
        "{user} is the only administrator. Nothing was changed.",
        "Add another administrator first.",
    ),
    "own_account": (
        "Nobody changes their own role, removes themselves or resets their own password. Nothing was changed.",
        "Ask another administrator; change your own password by the old one.",
    ),
    "password_temporary": (
        "The password is a temporary one. Nothing was done.",
        "Set a new one first: at the sign-in screen, or by stationctl user password.",
    ),
    "password_unchanged": ("The new password is the old one. Nothing was changed.", "Choose another."),
    "pin_is_password": (
        "With a password of digits alone there can be no PIN. Nothing was changed.",
        "Change the password first.",
    ),
    "wrong_pin": ("Wrong PIN, {left} tries by PIN left. The data is safe.", "Try again, or use the password."),
}
