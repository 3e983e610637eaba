"""What the commands that check signatures share: whom to trust, and what is compared with what."""

from __future__ import annotations

from pathlib import Path

from servanda.journal import Journal
from servanda.journal.checkpoint import Checkpoint, parse_checkpoint
from servanda.journal.comparing import compare, remember
from servanda.journal.copies import Copy
from servanda.journal.keys import PublicKey, read_vkeys
from servanda.journal.notes import parse_note
from servanda.journal.policy import Group, Policy, Witness, check_note, read_policy
from servanda.journal.receipt import check_receipt, parse_receipt
from servanda.journal.tree import Tree, tree_of
from servanda.journal.witnessed import cosigned_path, read_signed
from servanda.problems import Problem
from servanda.record.announcing import introduced_by


def policy_of(
    keys: tuple[str, ...], witnesses: tuple[str, ...], policy: Path | None, rotations: tuple[Path, ...]
) -> tuple[Policy, list[Problem]]:
    """The policy that the options state: a file, or keys and witnesses that must all have signed.

    Newer keys that a proof announces count as well, if an older known key signed the proof. Warning J303 where no
    key is named at all, so that no signature is checked.
    """
    logs, problems = read_vkeys(keys)
    cosigners, more = read_vkeys(witnesses)
    problems += more
    found = _all_of(logs, cosigners)
    if policy:
        read, more = read_policy(policy)
        found, problems = read or found, problems + more
    for file in rotations:
        found, more = _followed(found, file)
        problems += more
    if not found.logs:
        hint = "give the journal's public key with --key"
        problems.append(Problem("J303", "no key was given, so no signature was checked", hint=hint, severity="warning"))
    return found, problems


def examine_journal(
    journal: Journal, trust: dict[str, object], other: Path | None, memory: Path | None
) -> list[Problem]:
    """Check the signatures of the newest cosigned or signed checkpoint beside a journal, and compare its heads."""
    tree = tree_of(journal)
    note = read_signed(cosigned_path(journal)) if trust["witnesses"] or trust["policy"] else None
    note = note or read_signed(journal.checkpoint_path)
    signed = parse_checkpoint(note.text) if note else None
    head = Checkpoint(tree.size, tree.root(), signed.origin if signed else Checkpoint(0, b"").origin)
    text = str(note) if note and signed and signed.size == tree.size else str(head)
    problems = [problem] if signed and (problem := compare(tree, head, signed)) else []
    problems += _examine(tree, head, text, trust, (other, memory), str(note or head))
    return [*problems, *_unseen(signed, tree)] if trust["witnesses"] or trust["policy"] else problems


def examine_copy(copy: Copy, trust: dict[str, object], other: Path | None, memory: Path | None) -> list[Problem]:
    """Check the signatures under the checkpoint of published files, and compare it with other heads."""
    return _examine(copy.tree, copy.checkpoint, copy.text, trust, (other, memory), copy.text)


def _examine(
    tree: Tree,
    head: Checkpoint,
    text: str,
    trust: dict[str, object],
    files: tuple[Path | None, Path | None],
    signed: str,
) -> list[Problem]:
    problems: list[Problem] = []
    if any(trust.values()):
        policy, problems = policy_of(**trust)  # type: ignore[arg-type] # the options, as click read them
        problems += _signed(signed, policy)
    other, memory = files
    if other:
        problems += _compared(tree, head, other)
    if memory and not problems:
        problem = remember(memory, tree, head, text)
        problems += [problem] if problem else []
    return problems


def _unseen(signed: Checkpoint | None, tree: Tree) -> list[Problem]:
    """Say how many entries no witness has seen yet: what was checked ends where the cosigned head does."""
    behind = tree.size - signed.size if signed else 0
    if behind <= 0:
        return []
    message = f"{behind:,} of {tree.size:,} entries follow the cosigned checkpoint: no witness has seen them yet"
    return [Problem("J304", message, hint="run 'servanda witness ask'", severity="warning")]


def _signed(text: str, policy: Policy) -> list[Problem]:
    note = parse_note(text)
    if not note:
        return [Problem("J303", "the checkpoint bears no signature", hint="set SERVANDA_KEY when acts are entered")]
    return check_note(note, policy)[1]


def _compared(tree: Tree, head: Checkpoint, file: Path) -> list[Problem]:
    theirs = parse_checkpoint(file.read_text(encoding="utf-8", errors="replace"))
    if not theirs:
        return [Problem("J204", f"{file} is not a checkpoint", hint="give the file named checkpoint, or servanda.db's")]
    problem = compare(tree, head, theirs)
    return [problem] if problem else []


def _all_of(logs: tuple[PublicKey, ...], cosigners: tuple[PublicKey, ...]) -> Policy:
    witnesses = {str(key): Witness(key) for key in cosigners}
    if not witnesses:
        return Policy(logs)
    return Policy(logs, witnesses, {"all": Group(len(witnesses), tuple(witnesses))}, "all")


def _followed(policy: Policy, file: Path) -> tuple[Policy, list[Problem]]:
    """The policy with the keys that a proof announces."""
    receipt = parse_receipt(file.read_text(encoding="utf-8", errors="replace"))
    if not receipt or not policy.logs:
        hint = "give the proof that 'servanda key rotate' wrote, and an older key with --key"
        return policy, [Problem("J305", f"{file} does not lead from a known key to a newer one", hint=hint)]
    shown, problems = check_receipt(receipt, Policy(policy.logs))
    names = {key.name for key in policy.logs}
    fresh = tuple(key for key in introduced_by(shown.entry) if key.name in names) if shown else ()
    return Policy((*policy.logs, *fresh), policy.witnesses, policy.groups, policy.quorum), problems
