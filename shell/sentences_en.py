"""The sentences in English: code -> (what happened and what is safe, what to do next)."""

from __future__ import annotations

from shell.city_sentences_en import CITY
from shell.desk_sentences_en import DESK

ENGLISH: dict[str, tuple[str, str]] = {
    **CITY,
    **DESK,
    "already_set_up": (
        "This folder holds a station already.",
        "Use that station, or choose another folder with --home.",
    ),
    "answer_lost": (
        "The answer couldn't be written to where it goes. What was done stands.",
        "Make room there and look at status; lines with a form_id may be sent again.",
    ),
    "at_not_allowed": ("Only a drill may give a line its own time. Nothing was written.", 'Leave "at" out.'),
    "bad_body": (
        "The entry holds a character or value that isn't allowed. Nothing was written.",
        "Mend the text that was entered.",
    ),
    "bad_chain": ("The chain of entries doesn't match. Nothing was taken.", "Run stationctl verify at the station."),
    "bad_day": ("There is no such day.", "Write it as 2021-04-08."),
    "bad_device": (
        "The list of devices is empty, repeated or wrong. Nothing was made.",
        "An id has 1-16 letters, digits or hyphens; name each once.",
    ),
    "bad_digest": ("The file's digest differs. Nothing was taken.", "Copy or export again."),
    "bad_document": ("The document isn't of the right form. Nothing was taken.", "Ask the command for a new one."),
    "bad_entry": ("The entry isn't of the right form. Nothing was written.", "Tell whoever looks after the software."),
    "bad_envelope": ("The signed envelope is damaged. Nothing was taken.", "Get the file again from where it came."),
    "bad_form_id": (
        "The form's id can't be used. Nothing was written.",
        "1-64 letters, digits, underscores or hyphens.",
    ),
    "bad_key_file": ("The key file can't be read.", "Get the right key file."),
    "bad_key_slot": (
        "The login name or full name can't be used. Nothing was changed.",
        "Login: 1-32 small letters, digits, dots, dashes; name: 1-64 characters.",
    ),
    "bad_line": (
        "The line isn't of the right form. Nothing of it was written.",
        "One JSON object a line, with the keys of the guide.",
    ),
    "bad_magic": ("The file is no bundle. Nothing was taken.", "Export again at the station."),
    "bad_manifest": ("The manifest isn't of the right form. Nothing was taken.", "Export again at the station."),
    "bad_payload": (
        "The payload isn't of the right form. Nothing was taken.",
        "Tell whoever looks after the station's software.",
    ),
    "bad_plan": ("The plan is wrong at {where}: {why}. It wasn't issued.", "Mend the file and try again."),
    "bad_recipient": ("The recipient's key can't be used. Nothing was changed.", "Tell the command."),
    "bad_signature": (
        "The signature is wrong, or there are too few. Nothing was taken.",
        "Get the file again, or let more officers sign.",
    ),
    "bad_size": ("The file's size differs from the manifest. Nothing was taken.", "Copy or export again."),
    "bad_station_code": (
        "{station} can't be a station's code. Nothing was made.",
        "Use capitals, digits and hyphens, such as HP-LC-01.",
    ),
    "bad_subject": (
        "The person's data holds a character or value that isn't allowed. Nothing was written.",
        "Mend it and try again.",
    ),
    "bad_time": ("There is no such time.", "Write it as 2021-04-08T07:30:00+07:00."),
    "beyond_last": (
        "The receipt is beyond this store's last entry: it may be an old copy. The mark stays.",
        "Call the command before going on.",
    ),
    "birth_date_future": ("The birth date is after today. Nothing was written.", "Check and enter it again."),
    "birth_date_invalid": ("There is no such birth date. Nothing was written.", "Check and enter it again."),
    "bug": (
        "A fault of the program. What was acknowledged is safe.",
        "Send the log file {file} to whoever looks after the software.",
    ),
    "cancelled": ("Stopped as asked. No partial bundle is left, the data is kept.", "Export again when ready."),
    "check_failed": (
        "A check that never lets a shift open failed: {checks}. What was logged is kept.",
        "Mend it first; run stationctl verify if it is the record chain.",
    ),
    "check_missing": (
        "Checks without an answer: {checks}. The shift is not open.",
        "Answer each with --check, or --all-checks-ok.",
    ),
    "clock_unconfirmed": (
        "The clock ({now}) is more than a day from the last entry ({last_at}). The shift is not open.",
        "Set the clock, or let a supervisor confirm it.",
    ),
    "commander_needed": (
        "The officer on duty isn't named (1-64 characters). The shift is not open.",
        "Add --commander.",
    ),
    "decrypt_failed": ("It can't be decrypted. Nothing was taken.", "Check the city's key in --keys."),
    "difference_reason_needed": (
        "The device counted {device_counter}, logged are {counted}: difference {difference}. The shift isn't sealed.",
        "Give --difference-reason.",
    ),
    "disk_full": ("The disk is full: this was not written. What was acknowledged is kept.", "Make room and try again."),
    "duplicate": (
        "This number was accepted before: entry {n} at {at}, device {device}, by {by}. Nothing more was written.",
        "Log it as a duplicate (F5), or let a supervisor override with a reason.",
    ),
    "empty": ("There is nothing to read.", "Scan again or type the number."),
    "encoding": ("The scan's letters are spoiled. Nothing was written.", "Set the scanner to UTF-8 and scan again."),
    "entry_missing": (
        "Entries are missing from the store. Nothing was exported.",
        "Run stationctl verify, call whoever looks after the software.",
    ),
    "field_count": ("The QR text lacks fields. Nothing was written.", "Switch the input method off and scan again."),
    "fingerprint_needed": (
        "The first trust needs the root fingerprint, told by phone. Nothing was taken.",
        "Add --root-fingerprint.",
    ),
    "forbidden_characters": ("There are characters that aren't allowed. Nothing was written.", "Scan again."),
    "fork": (
        "Two different histories of one journal. Nothing was taken, both heads are kept.",
        "Call the command; delete nothing.",
    ),
    "form_id_conflict": (
        "This form was logged with other content (entry {n}). Nothing more was written.",
        "Check the form; a correction is a void and a new entry.",
    ),
    "gap": (
        "Entries {missing} before this bundle are missing. Nothing was taken.",
        "Let the station export again: the next bundle holds all after the mark.",
    ),
    "id_not_12_digits": ("The number hasn't twelve digits. Nothing was written.", "Check and enter it again."),
    "issue_date_future": ("The date of issue is after today. Nothing was written.", "Check the clock, scan again."),
    "issue_date_invalid": ("There is no such date of issue. Nothing was written.", "Scan again."),
    "key_slots_unreadable": (
        "The key-slot file is damaged. The store itself is whole.",
        "Restore it from a copy, or ask the command for the recovery key.",
    ),
    "locked_out": (
        "Too many wrong passwords: locked until {until}. The data is safe.",
        "Wait, then try again.",
    ),
    "mrz_check_digit": ("A check digit of the machine-readable lines is wrong. Nothing was written.", "Scan again."),
    "mrz_layout": ("The machine-readable lines aren't 3 x 30 characters. Nothing was written.", "Scan again."),
    "multiple_scans": ("Two different codes in one scan. Nothing was written.", "Scan one after the other."),
    "name_and_birth_date_needed": (
        "Without a 12-digit number, name and birth date are needed. Nothing was written.",
        "Give both; a year is enough.",
    ),
    "no_access": (
        "This user of the computer may not open the folder {home}. The data is whole.",
        "Sign in to the computer as the station's user, or have its permissions mended.",
    ),
    "no_open_shift": (
        "Device {device} has no open shift. Nothing was written.",
        "Open one first: stationctl shift open.",
    ),
    "no_plan": (
        "There is no plan for {day}. The data is safe.",
        "Receive the command's plan: stationctl receive STICK.",
    ),
    "no_space": ("The stick is full. The data at the station is kept.", "Make room or use another stick."),
    "no_such_entry": ("There is no entry {n}.", "Check the number."),
    "no_such_epoch": ("There is no such epoch.", "Check station and epoch."),
    "no_such_shift": ("There is no shift {shift}.", "See stationctl shift list."),
    "no_such_user": ("There is no user {user}.", "See stationctl user list."),
    "not_a_file": ("It is no ordinary file. Nothing was taken.", "Copy the real file to the stick."),
    "not_an_application": ("Entry {n} is no application. Nothing was changed.", "Check the number."),
    "not_canonical": ("The label can't be used. Nothing was changed.", "Leave control characters out, shorten it."),
    "not_found": ("There is no {file}. Nothing was taken.", "Check the path, plug the stick in again."),
    "not_quarantined": ("The entry isn't quarantined.", "See commandctl quarantine list."),
    "not_set_up": (
        "There is no store at {home}. Nothing was written.",
        "Set a station up with stationctl init, the command with commandctl init.",
    ),
    "nothing_to_undo": (
        "There is nothing to undo. The data is safe.",
        "After 5 minutes or sealing: void it, with a second person.",
    ),
    "nothing_to_export": ("There is nothing after the mark {mark}: the command has it all.", ""),
    "override_needed": (
        "The checks {checks} failed. The shift is not open.",
        "A supervisor opens it with a password and a reason.",
    ),
    "password_needed": ("A password is needed to open the key file.", "Give --password-file or the password variable."),
    "password_too_short": ("The password is too short. Nothing was changed.", "Use at least {characters} characters."),
    "read_back_differs": (
        "What was read back differs: the stick may be bad. The data is kept, that bundle was dropped.",
        "Export to another stick.",
    ),
    "read_only": (
        "It can be read, not written. The data at the station is kept.",
        "Unlock it, check permissions, or use another place.",
    ),
    "reason_needed": ("This needs a reason. Nothing was written.", "Choose one of the list."),
    "revoked": ("The station's key was revoked before these entries. Nothing was taken.", "An officer decides."),
    "role_may_not": ("The role {role} may not do this. Nothing was changed.", "Ask somebody whose role may."),
    "second_person_needed": (
        "This needs a second person: another supervisor or administrator. Nothing was changed.",
        "Add --second-user and --second-password-file.",
    ),
    "shift_exists": (
        "The window has the shift {shift} already. Nothing was written.",
        "A zero report is for a device that didn't run.",
    ),
    "shift_not_paused": ("The device isn't paused. Nothing was changed.", ""),
    "shift_overdue": (
        "Shift {shift} is past 04:00 and takes no more. What was logged is safe.",
        "Close it and open the next one.",
    ),
    "shift_paused": ("The device is paused. Nothing was written.", "Resume it first: stationctl shift resume."),
    "shift_still_open": (
        "Device {device} has a shift that isn't sealed. Nothing was changed.",
        "Close it first: stationctl shift close.",
    ),
    "sqlite_too_old": (
        "The storage library is too old ({found}). The store wasn't opened.",
        "Install the program again.",
    ),
    "station_revoked": (
        "The city has revoked this station's key: intake is stopped. What was logged is kept.",
        "Call the command.",
    ),
    "stick_gone": ("The stick is gone. The data at the station is kept.", "Plug it in and try again."),
    "storage_failed": ("The storage failed. What was acknowledged is kept.", "Check the disk or stick and try again."),
    "store_damaged": (
        "The store is damaged. Nothing was changed.",
        "Stop, run stationctl verify, call whoever looks after the software.",
    ),
    "store_exists": ("There is a store already. Nothing was changed.", "Choose another place."),
    "store_in_use": (
        "Another program has this store open. Nothing was written.",
        "Close it, or wait until it is done.",
    ),
    "store_missing": ("The store's file isn't there.", "Check folder and disk; restore it from a copy."),
    "store_newer": ("The store was made by a newer program. Nothing was changed.", "Install the newer program."),
    "store_unreadable": (
        "The store can't be opened with this key.",
        "Delete nothing; call whoever looks after the software.",
    ),
    "time_before_last": (
        "The time is before the last entry's ({last_at}). Nothing was written.",
        "Set the clock; entries don't go back.",
    ),
    "too_large": ("Beyond what a bundle may hold. The data is safe.", "Take a receipt in first, then export the rest."),
    "too_long": ("The scan is too long. Nothing was written.", "Scan one code again."),
    "trust_missing": (
        "The city's trust, or a version of it, is missing. The data is safe.",
        "Receive it from a stick that has all versions: stationctl receive STICK.",
    ),
    "undo_not_own": (
        "Application {n} is somebody else's. Nothing was changed.",
        "Void it with a reason and a second person.",
    ),
    "undo_not_possible": (
        "Only one's own last application can be undone, within 5 minutes and before sealing. Nothing was changed.",
        "Void it with a reason and a second person.",
    ),
    "unknown_case_type": ("There is no such case type. Nothing was written.", "Use a code of the list of case types."),
    "unknown_cause": ("There is no cause {cause}. Nothing was changed.", "Use a code of the list of causes."),
    "unknown_check": ("There is no check {checks}. The shift is not open.", "See the checks in the operations guide."),
    "unknown_commune": (
        "There is no commune {commune}. Nothing was written.",
        "Use the code of the statistics office.",
    ),
    "unknown_device": (
        "There is no device {device} at this station. Nothing was written.",
        "See the devices with stationctl status.",
    ),
    "unknown_format": (
        "The code isn't recognised. Nothing was written.",
        "Scan again; switch the input method off if it is on.",
    ),
    "unknown_key": (
        "Signed by a key that isn't enrolled. Nothing was taken.",
        "Check whether the station is enrolled, or the file comes from elsewhere.",
    ),
    "unknown_outcome": ("There is no such outcome. Nothing was written.", "Use one of the outcomes F1-F7."),
    "unknown_reason": ("There is no such reason. Nothing was written.", "Choose one of the list."),
    "unknown_user": ("There is no user {user} at this station. Nothing was changed.", "See stationctl user list."),
    "unknown_window": (
        "The plan has no window {window}. Nothing was written.",
        "Use one of the plan's windows, such as ca-1.",
    ),
    "user_exists": ("There is a user {user} already. Nothing was changed.", "Choose another login name."),
    "voided_already": ("Application {n} was voided by entry {by_n} already. Nothing was changed.", ""),
    "wrong_campaign": (
        "It belongs to another campaign, or mixes a drill with the real one. Nothing was taken.",
        "Check the stick.",
    ),
    "wrong_fingerprint": (
        "The root fingerprint differs. Nothing was taken.",
        "Have it read again; if it still differs, the stick isn't the city's.",
    ),
    "wrong_password": (
        "Wrong name or password, {left} tries left. The data is safe.",
        "Try again; for a forgotten password call the administrator.",
    ),
    "wrong_station": ("The document is another station's. Nothing was taken.", "Use this station's stick."),
}
