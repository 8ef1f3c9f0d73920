"""Planted bugs: one fragment of one function's source is another, wherever the function was imported to."""

from __future__ import annotations

import inspect
import textwrap
from collections.abc import Callable
from dataclasses import dataclass
from types import FunctionType
from typing import Any, cast

import pytest

from bundle import disk, reader, receipt, trust
from campaign import fold_applications
from command_app.services import (
    decide_fork,
    enrol_station,
    import_bundles,
    issue_receipts,
    rebuild_station,
    restore_city,
    take_entries,
)
from db import command_bundles, persons
from db.reads import reached
from station_app.services import export_bundle, log_application, next_epoch, orders, publish_bundle
from tests.protocol import cuts, loss_sequences, sequences
from tests.protocol.world import World


@dataclass(frozen=True)
class Mutant:
    """``function`` is looked up in its room, so that a renamed one is told by its name."""

    name: str
    noticed_by: Callable[[World], None]
    room: Any
    function: str
    right: str
    wrong: str

    def plant(self, patch: pytest.MonkeyPatch) -> None:
        found = self.room
        for name in self.function.split("."):
            found = getattr(found, name)
        function = cast("FunctionType", found)
        source = textwrap.dedent(inspect.getsource(function))
        assert source.count(self.right) == 1, f"{self.function} says no longer: {self.right}"
        namespace = dict(function.__globals__)
        exec(source.replace(self.right, self.wrong), namespace)
        patch.setattr(function, "__code__", namespace[function.__name__].__code__)


_TOLD_TOO_MUCH = """work.append(body)
        from campaign.events import ReceiptAccepted
        work.append(ReceiptAccepted(serial=1, city_generation=1, accepted_through=manifest.last, mark=manifest.last,
                                    head=manifest.head, durable_through=0))"""
_STANDING = "standing = standing_of(snapshot, identity.station, identity.epoch)"
_AFTER_THE_LAST_EXPORT = """
    from dataclasses import replace
    for export in last_exports(snapshot, identity.station, identity.epoch, 1):
        standing = replace(standing, mark=export.last)"""
_VERIFIED_TOO_EARLY = "work.append(body); work.append(BundleVerified(seq=manifest.seq, place=place))"
_READ_BACK = "verify_written(listened, manifest, sha256, public_key(station.keys.signing))"
_KNOWN_FORM = "ledger.rows.get(FormRow, ledger.station, body.form_id) is not None"

MUTANTS = [
    Mutant(
        "a receipt acknowledges an entry more than is held",
        sequences.a_usual_day,
        *(issue_receipts, "_signed", "through = journal.last if", "through = journal.last + 1 if"),
    ),
    Mutant(
        "the head before a bundle is not looked at",
        sequences.a_clone_after_a_restored_command,
        *(take_entries, "take_entries", "before.hex() != manifest.head_before", "False"),
    ),
    Mutant(
        "known entries are told as new ones again",
        sequences.a_usual_day,
        *(import_bundles, "_Importing._import_stream", "new=taken.new", "new=taken.new + taken.known"),
    ),
    Mutant(
        "another history of the same length passes",
        sequences.a_clone_that_goes_on,
        *(take_entries, "_Taking._compare", "if held != item.head:", "if held != item.head and n != self.held:"),
    ),
    Mutant(
        "the mark goes forward with an export",
        sequences.a_usual_day,
        *(export_bundle, "_tell_exported", "work.append(body)", _TOLD_TOO_MUCH),
    ),
    Mutant(
        "another station's receipt is taken",
        sequences.a_receipt_under_another_name,
        *(trust, "verify_receipt", "receipt.station != station", "False"),
    ),
    Mutant(
        "a station put back is taken for known",
        sequences.an_old_image_sends_less,
        *(import_bundles, "_state", "manifest.seq > met.highest_seq", "False"),
    ),
    Mutant(
        "a cut bundle is opened",
        sequences.a_cut_file,
        *(reader, "open_bundle", "size != manifest.ciphertext.bytes", "False"),
    ),
    Mutant(
        "an export leaves out what went before",
        sequences.a_lost_stick,
        *(export_bundle, "_facts", _STANDING, _STANDING + _AFTER_THE_LAST_EXPORT),
    ),
    Mutant(
        "a person counts at each station",
        sequences.one_person_at_two_stations,
        *(persons, "_duplicates_among", "if not overridden:", "if False:"),
    ),
    Mutant(
        "two digests of one number pass",
        sequences.a_second_export_of_the_same,
        *(import_bundles, "_Importing._import_stream", "held_digest != digest", "False"),
    ),
    Mutant(
        "a gap does not bring the mark back",
        sequences.a_restored_command,
        *(receipt, "judge_receipt", "restored or _tells_a_gap(receipt)", "False"),
    ),
    Mutant(
        "a station believes any head",
        sequences.a_clone_that_goes_on,
        *(receipt, "judge_receipt", "receipt.head != (held := head_at(through))", "(held := '') is None"),
    ),
    Mutant(
        "an old receipt is taken again",
        sequences.receipts_out_of_order,
        *(receipt, "judge_receipt", "serial <= previous", "False"),
    ),
    Mutant(
        "a number is used again after an export",
        sequences.a_lost_stick,
        *(export_bundle, "_facts", "exports[0].seq + 1 if exports else 1", "1"),
    ),
    Mutant(
        "a gap is passed over",
        sequences.a_restored_command,
        *(take_entries, "take_entries", "taking.gap = before is None", "taking.gap = False"),
    ),
    Mutant(
        "a revoked station's later entries are taken",
        sequences.a_revoked_station,
        *(reader, "open_bundle", "manifest.last > after", "False"),
    ),
    Mutant(
        "an old receipt is kept all the same",
        sequences.receipts_out_of_order,
        *(orders, "take_receipt", 'judgement.state == "accepted"', "True"),
    ),
    Mutant(
        "a number is accepted twice at one station",
        sequences.a_usual_day,
        *(log_application, "_seen_before", 'kind == "number" and outcome.counts_toward_quota', "False"),
    ),
    Mutant(
        "a receipt is taken before its generation is known",
        sequences.a_generation_without_its_trust,
        *(receipt, "judge_receipt", "receipt.city_generation > city_generation", "False"),
    ),
    Mutant(
        "a trust is passed over",
        sequences.a_trust_between_is_missing,
        *(trust, "accept_trust", "if trust.version > expected:", "if False:"),
    ),
    Mutant(
        "an officer's former key still signs",
        sequences.an_officer_with_a_new_key,
        *(trust, "_by_one_officer", "verify(envelope, trust.officers.ring())", "pass"),
    ),
    Mutant(
        "a rebuild forgets the last entry",
        loss_sequences.a_rebuilt_station,
        *(rebuild_station, "_enrol", "n=journal.last if journal else 0", "n=journal.last - 1 if journal else 0"),
    ),
    Mutant(
        "a rebuild gives an entry less back",
        loss_sequences.a_rebuilt_station,
        *(rebuild_station, "_give_back", ".entries(1, journal.last),", ".entries(1, journal.last - 1),"),
    ),
    Mutant(
        "a rebuild names no loss",
        loss_sequences.a_loss_that_is_named,
        *(import_bundles, "_Importing._refused", 'refusal.code == "gap"', "False"),
    ),
    Mutant(
        "the head that the next epoch goes on from is not looked at",
        loss_sequences.a_machine_that_parted_unseen,
        *(next_epoch, "go_on", "held is None or held.hex() != point.head", "False"),
    ),
    Mutant(
        "an epoch is given without a decision",
        loss_sequences.a_decided_fork,
        *(enrol_station, "_continues", "(newest > 0 and point is None)", "False"),
    ),
    Mutant(
        "an epoch is given to two keys",
        loss_sequences.a_decided_fork,
        *(enrol_station, "enrolment_given", "same and enrolment.key != request.key", "False"),
    ),
    Mutant(
        "a decision is not kept",
        loss_sequences.a_decided_fork,
        *(
            decide_fork,
            "decide_fork",
            'keep_envelope(tx, KeptEnvelope("decision", line, station, epoch, made + 1))',
            "pass",
        ),
    ),
    Mutant(
        "a decision is made for what parts later",
        loss_sequences.a_fork_told_of_twice,
        *(command_bundles, "put_shared", "last < shared_of(tx, station, epoch, last + 1)", "True"),
    ),
    Mutant(
        "what is decided still flags its station",
        loss_sequences.a_decided_fork,
        *(decide_fork, "open_forks", "(fork.station, fork.epoch, *fork.key) not in decided", "True"),
    ),
    Mutant(
        "a form told again is forgotten",
        loss_sequences.a_decided_fork,
        *(next_epoch, "go_on", "own.entries(point.n + 1, last)", "own.entries(point.n + 4, last)"),
    ),
    Mutant(
        "a form told again counts twice",
        loss_sequences.a_fork_told_of_twice,
        *(fold_applications, "_application_logged", _KNOWN_FORM, "False"),
    ),
    Mutant(
        "what was taken back is counted when it is told again",
        loss_sequences.a_decided_fork,
        *(next_epoch, "_Again._told", "None if number is None else structs.replace(body, entry=number)", "None"),
    ),
    Mutant(
        "what is told again counts as received at once",
        loss_sequences.a_decided_fork,
        *(reached, "reached", "point is None or (", "True or ("),
    ),
    Mutant(
        "a restored command says nothing of it",
        sequences.a_restored_command,
        *(restore_city, "_Restoring.fill", "restored=True", "restored=False"),
    ),
    Mutant(
        "a restored command forgets whom it enrolled",
        loss_sequences.a_rebuild_after_a_restored_command,
        *(restore_city, "take_up", "given is not None", "False"),
    ),
    Mutant(
        "a restored command forgets the trust that it gave out",
        loss_sequences.a_restored_command_and_an_officers_new_key,
        *(restore_city, "_Restoring.fill", "self.stick is not None", "False"),
    ),
]

BROKEN_WRITING = [
    Mutant(
        "a bundle is not flushed",
        cuts.cut_everywhere,
        *(disk, "Part.sync", "os.fsync(self.stream.fileno())", "pass"),
    ),
    Mutant(
        "a name is not flushed",
        cuts.cut_everywhere,
        *(disk, "Part.publish", "_sync_folder(self.path.parent)", "pass"),
    ),
    Mutant(
        "the journal hears nothing of a bundle",
        cuts.cut_everywhere,
        *(export_bundle, "write_export", "_tell_exported(station, written, place)", "pass"),
    ),
    Mutant(
        "a bundle is verified before it has its name",
        cuts.cut_everywhere,
        *(export_bundle, "_tell_exported", "work.append(body)", _VERIFIED_TOO_EARLY),
    ),
    Mutant(
        "what was written is not read back",
        cuts.a_stick_that_keeps_other_bytes,
        *(publish_bundle, "publish_bundle", _READ_BACK, "pass"),
    ),
    Mutant(
        "what is not as it was written keeps its name",
        cuts.a_stick_that_keeps_other_bytes,
        *(publish_bundle, "publish_bundle", "part.path.unlink(missing_ok=True)", "pass"),
    ),
]
