"""The kinds of the table of acts: which act each becomes, and why."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """The act that a kind of row becomes, as it is written in a record, and the reason."""

    becomes: str
    why: str


KINDS = {
    "accession": Kind(
        "`accede`", "A means of consent of its own (VCLT, art. 15); it counts only where the clause says so."
    ),
    "approval-at-session": Kind(
        "`decide … approved at SESSION`, `by` the states",
        "Presence and approval are read, a signature is not: none is asserted. One act a document.",
    ),
    "approval-with-reservation": Kind(
        "`approve` with `reservation`",
        "The decision binds each state by its own approval, and approval is a means of consent (VCLT, art. 14(2)).",
    ),
    "chair-laid-down": Kind("`relinquish` of the organisation", "The presidency ends, not the decision on it."),
    "committee-opinion": Kind(
        "`ratify-at-home`, `step committee`, `about denunciation`",
        "A stage within the state: no notice has reached the depositary.",
    ),
    "exchange-of-ratifications": Kind("`ratify`", "The exchange is the deposit of a treaty of two (VCLT, art. 16(a))."),
    "expert-agreement": Kind("`clear … at SESSION`", "Experts agree a draft; taking part in it is no approval."),
    "government-approval-of-denunciation": Kind(
        "`ratify-at-home`, `step government`, `about denunciation`; one act for each instrument the row names",
        "A stage within the state: no notice has reached the depositary.",
    ),
    "in-force-for": Kind(
        "`notify-force … for` the states if read on the depositary's site, else `expect … in force for`",
        "What the depositary notified is an act; what others say is a claim to check.",
    ),
    "joining-a-decision": Kind(
        "`participate`, `effective` the day it claims",
        "A decision has parties too, and a day for each; none of the treaty means fits.",
    ),
    "no-signature": Kind(
        "`position … not-participating`", "Not signing is no act of consent; the page tells it all the same."
    ),
    "note-of-absence": Kind(
        "`excuse` and `note-verbale`", "The excuse from the session, and the note that carried it."
    ),
    "notice-to-WTO": Kind("`inform … to wto`", "No effect on the instrument between its parties."),
    "notification": Kind("`complete`", "The notification that internal procedures are complete: it counts."),
    "parliament-first-reading-of-denunciation": Kind(
        "`ratify-at-home`, `step first-reading`, `about denunciation`",
        "A stage within the state: no notice has reached the depositary.",
    ),
    "parliament-ratification": Kind(
        "`ratify-at-home`, `step adopted`", "Parliament's act and the deposit are two acts; only the second counts."
    ),
    "participation-suspended-in-fact": Kind(
        "left out", "No act of anybody: the attendance of sessions, which the record holds, tells it."
    ),
    "proposal-of-next-session": Kind("`propose` with `next-session` and `place`", "A proposal, made at the session."),
    "provisional-application": Kind("`apply-provisionally`", "Not consent to be bound (VCLT, art. 25)."),
    "ratification": Kind(
        "`ratify` where the instrument's clause counts ratification itself, else `ratify-at-home`",
        "By the Agreement of 1991 each state is bound from its ratification; elsewhere a deposit must follow.",
    ),
    "ratification-deposit": Kind(
        "`ratify`; `accede` where the row's note says so", "The deposit is the act between states (VCLT, art. 16)."
    ),
    "ratification-law-signed": Kind(
        "`ratify-at-home`, `step signed-into-law`", "The last stage within the state; it does not count between states."
    ),
    "sent-for-later-signature": Kind(
        "`transmit … for signature`", "The signature is asked for and stays open until it comes."
    ),
    "signature": Kind("`sign`", "Signature as such; whether it binds is for the clause."),
    "signature-with-reservation": Kind(
        "`sign` and `reserve`", "Two acts of one day: the reservation may be withdrawn alone."
    ),
    "special-position": Kind(
        "`declare`", "A position in application, stated before adoption: no reservation to a treaty."
    ),
    "suspension-of-membership": Kind(
        "`suspend-rights` in the organisation, `effective` the day it claims",
        "Membership, not the charter, is suspended.",
    ),
    "suspension-towards-a-party": Kind(
        "`suspend-operation … towards`, `effective` the day it claims",
        "The treaty stays in force between all others (VCLT, arts. 57 to 60).",
    ),
    "withdrawal-notice": Kind(
        "`denounce`, `effective` the day it claims", "The notice is the act; the end follows twelve months later."
    ),
}

# Rows that are another act than their kind says, by their own note.
INSTEAD = {("cis-1993-charter", "AZ", "ratification-deposit"): "accession"}


def mapping_table() -> str:
    """The mapping as the table of the reference page."""
    rows = [f"| `{name}` | {kind.becomes} | {kind.why} |" for name, kind in sorted(KINDS.items())]
    return "\n".join(["| kind of row | becomes | why |", "|---|---|---|", *rows])
