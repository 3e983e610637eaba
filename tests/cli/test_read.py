"""`servanda read` and `servanda accept` together: what is kept, what a person edits, what is refused."""

from __future__ import annotations

import hashlib
import json

import pytest

from tests.cli.evenings import communique
from tests.cli.league import run

PAGE = f"<html><head><title>Session</title></head><body><article><p>{communique()}</p></article></body></html>"


@pytest.fixture
def read(folder):
    """A communiqué and its proposals in the folder."""
    (folder / "communique.txt").write_text(communique(), encoding="utf-8")
    proposals = run("read", "communique.txt").stdout
    (folder / "proposals.acts").write_text(proposals, encoding="utf-8")
    return folder


def accept(folder, old="", new=""):
    path = folder / "proposals.acts"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return run("accept", "proposals.acts", "--text", "communique.txt")


def test_what_was_read_is_accepted_as_it_is(read):
    result = accept(read)
    assert result.exit_code == 0, result.stderr
    assert "accepted 1" in result.stdout


def test_an_edited_party_is_refused_as_a_whole(read):
    result = accept(read, "preside cis BY in 2021", "preside cis SE in 2021")
    assert result.exit_code == 1
    assert "B404 'SE' does not stand in the passage quoted" in result.stderr
    assert "confidence known" in result.stderr
    assert run("session", "cis/council-of-heads-of-state-of-the/2020-12-18").exit_code != 0


def test_an_edited_party_is_accepted_when_the_person_says_so(read):
    result = accept(read, "preside cis BY in 2021\n", "preside cis SE in 2021\n  confidence known\n")
    assert result.exit_code == 0, result.stderr


def test_a_struck_block_is_not_entered(read):
    text = (read / "proposals.acts").read_text(encoding="utf-8")
    kept = [block for block in text.split("\n\n") if " propose " not in block]
    assert len(kept) < len(text.split("\n\n"))
    (read / "proposals.acts").write_text("\n\n".join(kept), encoding="utf-8")
    assert accept(read).exit_code == 0


def test_file_and_text_are_kept_under_the_hash_of_the_file(folder):
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    data = json.loads(run("read", "page.html", "--keep", "sources", "--json").stdout)
    digest = hashlib.sha256(PAGE.encode()).hexdigest()
    assert data["origin"]["sha256"] == digest
    assert (folder / "sources" / f"{digest}.html").read_bytes() == PAGE.encode()
    assert (folder / "sources" / f"{digest}.txt").read_text(encoding="utf-8") == data["text"]


def test_the_source_of_an_act_carries_the_hash_of_the_file(folder):
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    proposals = run("read", "page.html").stdout
    assert f'sha256 "{hashlib.sha256(PAGE.encode()).hexdigest()}"' in proposals
    (folder / "proposals.acts").write_text(proposals, encoding="utf-8")
    assert run("accept", "proposals.acts", "--text", "page.html").exit_code == 0


def test_a_long_text_shows_how_far_it_is(folder):
    (folder / "long.txt").write_text("The leaders met.\n\n" * 30_000, encoding="utf-8")
    result = run("read", "--json", "long.txt")
    assert "reading long.txt" in result.stderr
    json.loads(result.stdout)


RUSSIAN = """Заседание Совета глав государств СНГ

18 декабря 2020 года

Заседание Совета глав государств СНГ прошло 18 декабря 2020 года в формате видеоконференции. В нём приняли участие
президенты Белоруссии, Казахстана и Узбекистана. В 2021 году председательство в СНГ перейдёт к Белоруссии.
"""


def test_an_edit_that_leaves_a_russian_passage_is_refused_too(folder):
    (folder / "communique.txt").write_text(RUSSIAN, encoding="utf-8")
    proposals = run("read", "communique.txt").stdout
    assert " attend " in proposals
    assert " BY KZ UZ" in proposals
    assert "confidence inferred" not in proposals
    (folder / "proposals.acts").write_text(proposals, encoding="utf-8")
    refused = accept(folder, " BY KZ UZ", " BY KZ SE UZ")
    assert refused.exit_code == 1
    assert "B404 'SE' does not stand in the passage quoted" in refused.stderr
    assert accept(folder, " BY KZ SE UZ", " BY KZ UZ").exit_code == 0
