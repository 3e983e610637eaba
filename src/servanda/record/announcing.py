"""Changing the keys of the journal: an act announces the new ones, and the old ones sign the tree in which it stands.

So whoever knows an old key comes to the new one by a proof, without asking anybody: `introduced_by` reads it.
"""

from __future__ import annotations

from collections.abc import Sequence

from servanda.acts.keeping import AnnounceKey
from servanda.days import Day
from servanda.journal import Journal
from servanda.journal.checkpoint import write_whole
from servanda.journal.entries import Entry
from servanda.journal.keys import PrivateKey, PublicKey, parse_vkey
from servanda.journal.receipt import Receipt
from servanda.journal.tree import tree_of
from servanda.journal.witnessed import receipt_under, sign_now
from servanda.problems import Place, Problem
from servanda.record.entering import enter
from servanda.text import Located

JOURNAL = "journal"


def announce_keys(
    journal: Journal, keys: Sequence[PrivateKey], *, moment: str, by: str
) -> tuple[Receipt | None, list[Problem]]:
    """Enter the act that announces new keys, and give its receipt, signed by the old keys and by the new ones.

    The journal must have its old keys; the checkpoint beside it bears both signatures until the next act.
    """
    words = " ".join(str(key.public) for key in keys)
    act = AnnounceKey(on=Day.parse(moment[:10]), of=JOURNAL, keys=words)
    entered = enter(journal, [Located(act, Place("servanda key rotate"))], moment=moment, by=by)
    if not entered.entered:
        return None, list(entered.problems)
    note = sign_now(journal, keys)
    write_whole(journal.checkpoint_path, str(note))
    *_before, last = journal.entries()
    receipt, problem = receipt_under(note, tree_of(journal), last)
    return receipt, [problem] if problem else list(entered.problems)


def introduced_by(entry: Entry) -> tuple[PublicKey, ...]:
    """The public keys that an entry announces; none where it is another act."""
    words = entry.act.get("keys", "") if entry.act.get("kind") == AnnounceKey.__struct_config__.tag else ""
    return tuple(key for key in map(parse_vkey, words.split()) if key)
