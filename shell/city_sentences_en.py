"""The sentences of what only the city command refuses, in English."""

from __future__ import annotations

CITY: dict[str, tuple[str, str]] = {
    "after_beyond_held": (
        "The command holds entries up to {held}, so it can't revoke after {after}. Nothing was changed.",
        "Let --after be {held} at most.",
    ),
    "back_up_now": (
        "No backup of the command holds all of {station}'s old journal, and its new computer can't send that again.",
        "Back up now: commandctl backup DIR. Keep the station's old sticks until then.",
    ),
    "backup_not_whole": (
        "The backup {file} is not whole: what it holds contradicts itself. Nothing was kept or changed.",
        "Run commandctl verify; to restore, choose an earlier backup by naming its file.",
    ),
    "bad_store_url": (
        "This program can't open a store of the kind {url}. Nothing was written.",
        "Use --store sqlite:///FILE, such as sqlite:///command.db, or postgresql+psycopg://….",
    ),
    "bad_threshold": (
        "{threshold} signatures can't be asked of {roots} root keys. Nothing was made.",
        "Let --threshold be from 1 to the number of --root-keys.",
    ),
    "epoch_unexpected": (
        "The request is for epoch {epoch}, which the command doesn't expect. Nothing was enrolled.",
        "A new station begins with epoch 1; a rebuilt one needs the command's rebuild file.",
    ),
    "key_in_use": (
        "This key is station {station}'s already. It wasn't enrolled again.",
        "Each station has its own key: make a new one with stationctl init, don't copy the folder.",
    ),
    "key_missing": ("There is no key file {file}. Nothing was changed.", "Check --keys and the signer's name."),
    "keys_exist": (
        "There are key files in {folder} already, and keys are never written over. Nothing was made.",
        "Choose an empty folder for --keys.",
    ),
    "no_backup_here": (
        "There is no backup of the command in {folder}. Nothing was made.",
        "Name the folder that commandctl backup wrote to, or the file itself.",
    ),
    "no_fork": (
        "There is no undecided fork of station {station}. Nothing was decided.",
        "See commandctl fork list.",
    ),
    "no_plan_issued": ("No plan has been issued yet.", "Issue one with commandctl plan issue FILE."),
    "no_rebuild_request": (
        "There is no request on the stick for station {station}'s journal. Nothing was written.",
        "At the new computer: stationctl init --rebuild, then stationctl request with this stick.",
    ),
    "no_such_officer": ("There is no officer {officer}. Nothing has changed.", "See the files officer-*.pem."),
    "no_such_root": ("There is no root {root}, only {roots}. Nothing has changed.", "Name one from 1 to {roots}."),
    "not_accepted": (
        "The fingerprint of station {station}'s key wasn't confirmed. It wasn't enrolled.",
        "Ask the station for it by telephone, then add --accept {station}=FINGERPRINT.",
    ),
    "other_epoch_expected": (
        "The new computer asks to go on in epoch {epoch}; the command expects epoch {expected}. Nothing was enrolled.",
        "Remove the new computer's home folder and begin again with init --rebuild --epoch {expected}.",
    ),
    "second_key": (
        "Station {station} was enrolled for epoch {epoch} with another key. That one stays.",
        "Ask the station: was the computer replaced, or are there two? If replaced, revoke the old key and rebuild it.",
    ),
    "server_refused": (
        "The database server lets nobody in so: account, password, database or rights are wrong. Nothing was written.",
        "Check --store and the account's rights, then run again.",
    ),
    "server_unreachable": (
        "The database server can't be reached, or was lost. What had not ended is taken back, what was held is whole.",
        "Check server and network, then run again: that is safe.",
    ),
    "sign_as_needed": ("There are several officers: {officers}. Nothing was signed.", "Add --sign-as NAME."),
    "unknown_station": ("No such station {station} is enrolled. Nothing was changed.", "See commandctl status."),
    "version_not_rising": (
        "Plan {held} has been issued, and this one is {version}. It wasn't issued.",
        "Give it a version above {held}.",
    ),
    "trust_not_held": (
        "Station {station} has a trust that this command doesn't hold. Its bundle was judged as ever.",
        "Before anything else is signed, restore the backup again, with --stick and a later stick from the command.",
    ),
    "wrong_key_password": (
        "Wrong password of the key file {file}, or it is damaged. Nothing was signed or decrypted.",
        "Try again, or give --key-password {name}=FILE where the key has its own password.",
    ),
}
