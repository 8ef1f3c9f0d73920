"""The sentences of the desk in English: people, settings, the book, paper."""

from __future__ import annotations

DESK: dict[str, tuple[str, str]] = {
    "backup_stopped": (
        "The backup was stopped and its beginnings removed. The store itself is safe.",
        "Back up again when there is time.",
    ),
    "bad_hour": (
        "There is no such time on paper. Nothing was logged.",
        "Type the form's hour and minute, as 14:30 or 1430.",
    ),
    "bad_pin": ("A PIN has four to six digits. Nothing was changed.", "Type it again."),
    "bad_setting": (
        "The value of {name} isn't a possible one. Nothing was changed.",
        "Choose another.",
    ),
    "bundle_for_command": (
        "{file} is a bundle or a backup, which only the command can read. The station waits as before.",
        "At the command: commandctl import with this file, then rebuild; then init --from with its file.",
    ),
    "code_unreadable": (
        "The receipt's code was not read whole. Nothing was taken, the mark stays.",
        "Scan it again, straight on; turn the input method off if one is on.",
    ),
    "device_exists": (
        "Device {device} is there already. Nothing was changed.",
        "Choose another id, or change the device there is.",
    ),
    "easy_pin": (
        "This PIN is too easy to guess. Nothing was changed.",
        "Don't repeat one digit, and don't count up or down.",
    ),
    "eject_busy": (
        "Another program is using the stick {file}. The bundle is written and safe; do not pull the stick yet.",
        "Close windows and files that are open on it, then eject it again.",
    ),
    "eject_impossible": (
        "This computer does not let the program eject the stick {file}. The bundle is written and safe.",
        "Eject it by the system's own means (Safely Remove, Eject) before you pull it.",
    ),
    "folder_on_stick": (
        "The folder {file} lies on a stick. Nothing was written.",
        "Choose the stick itself; register a strange one first.",
    ),
    "happened_at_before_shift": (
        "The time on paper is before the shift began ({since}). Nothing was logged.",
        "Look at the form's time again; what belongs to an earlier shift is logged in that one.",
    ),
    "happened_at_future": (
        "The time on paper is later than the computer's. Nothing was logged.",
        "Type the hour and minute on the form again.",
    ),
    "last_administrator": (
        "{user} is the only administrator. Nothing was changed.",
        "Add another administrator first.",
    ),
    "next_day_past": ("The day {day} is past. Nothing was changed.", "Choose today or a later day."),
    "no_rebuild_begun": (
        "No rebuilding has been begun in this home. Nothing was changed.",
        "Begin with stationctl init --rebuild, or choose the home with --home.",
    ),
    "no_such_follow_up": (
        "Application {n} waits for nothing any more. Nothing was changed.",
        "Look at the follow-up list again.",
    ),
    "nothing_to_correct": (
        "The correction equals what was logged. Nothing was changed.",
        "Change at least one field, or press Esc.",
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
    "rebuild_arrived": (
        "What the command holds has come already; only the folder wants its name.",
        "Run init --from once more with the same file.",
    ),
    "rebuild_begun": (
        "In this home a dead station is being rebuilt: it waits for what the command holds. Nothing was changed.",
        "Go on with request and init --from; to begin anew, remove the folder rebuild in {home} first.",
    ),
    "rebuild_missing": (
        "The stick lacks what the command holds of station {station}, or some of it. The station waits as before.",
        "Run commandctl rebuild with this stick, then init --from once more.",
    ),
    "subject_not_held": (
        "This computer no longer holds the personal data of entry {n}. Nothing was changed.",
        "Ask the command, or void it and log it anew.",
    ),
    "unknown_attention": (
        "Nothing that asks for attention is called {rule}. Nothing was written.",
        "Look at the list again.",
    ),
    "unknown_follow_up_state": (
        "There is no reason {state} for closing a case. Nothing was changed.",
        "Choose one of the list.",
    ),
    "wrong_pin": ("Wrong PIN, {left} tries by PIN left. The data is safe.", "Try again, or use the password."),
}
