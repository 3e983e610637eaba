"""Reminders: calendars and feeds that others can read, and digests that a mail server receives once."""

from __future__ import annotations

import json
import smtplib
import socket
import xml.etree.ElementTree as ET
from email import message_from_bytes
from email.header import decode_header, make_header
from pathlib import Path

import pytest
from aiosmtpd.controller import Controller
from icalendar import Calendar

from servanda.acts import to_json
from servanda.cli.main import cli
from servanda.cli.remind import Mail
from servanda.journal import open_journal
from tests.records_in_text import acts_of

RECORD = """
2020-12-18 undertake cis/p1 AM BY "send a list; with commas, по-русски, and so long that it is folded" due 2021-03
2020-12-18 undertake cis/p2 BY "speak"
"""
LIST = "send a list; with commas, по-русски, and so long that it is folded"
LATER = '2021-01-10 undertake cis/p3 BY "send another" due 2021-02-10\n'
TREATY = """
2020-12-19 instrument river "Treaty on a river"
2020-12-19 clause river entry-into-force
  when 1 ratifications
  then +30 days
2021-01-02 ratify river KZ
2020-12-19 undertake river/5 "notify works"
  under river
"""
ATOM = "{http://www.w3.org/2005/Atom}"


class Inbox:
    """A mail server's handler: what came, and whether it takes anything."""

    def __init__(self):
        self.messages, self.takes = [], True

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - the library's name
        if not self.takes:
            return "451 try again later"
        self.messages.append(message_from_bytes(envelope.content))
        return "250 taken"

    @property
    def ids(self):
        return [one["Message-ID"] for one in self.messages]


@pytest.fixture
def inbox():
    handler = Inbox()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    handler.server = f"127.0.0.1:{port}"
    yield handler
    controller.stop()


@pytest.fixture
def path(tmp_path, monkeypatch):
    path = tmp_path / "kept.db"
    monkeypatch.setenv("SERVANDA_JOURNAL", str(path))
    enter(path, RECORD, "2020-12-19T00:00:00Z")
    return path


def enter(path: Path, text: str, moment: str) -> None:
    journal, _problems = open_journal(str(path), create=True)
    with journal:
        journal.append([to_json(one.act) for one in acts_of(text)], moment=moment, by="clerk")


def run(*arguments):
    from click.testing import CliRunner

    return CliRunner().invoke(cli, ["remind", *arguments])


def send(inbox, day="2021-01-05"):
    return run("send", "--smtp", inbox.server, "--from", "kept@example.org", "--tls", "none", "--as-of", day)


# ---------------------------------------------------------------------------------------- calendar and feed
def test_due_days_are_a_calendar_that_another_library_reads(path):
    result = run("feed", "BY", "--as-of", "2021-01-05")
    calendar = Calendar.from_ical(result.stdout_bytes)
    (event,) = calendar.walk("VEVENT")
    assert (str(event.decoded("DTSTART")), str(event.decoded("DTEND"))) == ("2021-03-01", "2021-04-01")
    assert str(event["SUMMARY"]) == f"Belarus: to perform: {LIST}, due March 2021"
    assert all(len(line) <= 75 for line in result.stdout_bytes.split(b"\r\n"))
    assert calendar.walk("VCALENDAR")[0]["PRODID"]


def test_a_feed_speaks_russian_too(path):
    feed = run("feed", "BY", "--format", "atom", "--as-of", "2021-01-05", "--language", "ru").stdout
    assert f"Беларусь: выполнить: {LIST}, срок март 2021" in feed


def test_a_thing_keeps_its_name_when_more_is_recorded_of_it(path):
    before = Calendar.from_ical(run("feed", "BY", "--as-of", "2021-01-05").stdout_bytes).walk("VEVENT")[0]["UID"]
    enter(path, "2021-01-04 extend cis/p1 to 2021-05-01\n", "2021-01-04T00:00:00Z")
    after = Calendar.from_ical(run("feed", "BY", "--as-of", "2021-01-05").stdout_bytes).walk("VEVENT")[0]
    assert after["UID"] == before
    assert str(after.decoded("DTSTART")) == "2021-05-01"


def test_what_waits_is_a_feed(path):
    feed = ET.fromstring(run("feed", "BY", "--format", "atom", "--as-of", "2021-01-05").stdout)  # noqa: S314 - our own
    assert feed.tag == f"{ATOM}feed"
    assert [one.findtext(f"{ATOM}title") for one in feed.iter(f"{ATOM}entry")] == [
        "Belarus: to perform: speak",
        f"Belarus: to perform: {LIST}, due March 2021",
    ]
    assert all(feed.find(f"{ATOM}{name}") is not None for name in ("id", "title", "updated", "author"))


# ------------------------------------------------------------------------------------------------- digests
def test_a_digest_tells_what_is_new_once(path, inbox):
    assert run("subscribe", "BY", "by@example.org").exit_code == 0
    assert "sent 1 digest to 1 subscription" in send(inbox).output
    assert "sent 0 digests" in send(inbox).output
    (one,) = inbox.messages
    text = one.get_payload(decode=True).decode()
    assert "New since the last message (2):" in text
    assert f"Belarus: to perform: {LIST}, due March 2021, since 18 December 2020 (cis/p1)" in text
    assert (one["To"], one["Auto-Submitted"]) == ("by@example.org", "auto-generated")


def test_what_is_entered_later_and_what_comes_near_is_told_then(path, inbox):
    run("subscribe", "BY", "by@example.org")
    send(inbox)
    enter(path, LATER, "2021-01-10T00:00:00Z")
    send(inbox, "2021-01-10")
    text = inbox.messages[-1].get_payload(decode=True).decode()
    assert "New since the last message (1):" in text
    assert "cis/p1" not in text
    send(inbox, "2021-03-25")
    text = inbox.messages[-1].get_payload(decode=True).decode()
    assert "Near its due day (2):" in text
    assert len(inbox.messages) == 3


def test_what_begins_to_wait_without_a_new_entry_is_told(path, inbox):
    enter(path, TREATY, "2020-12-20T00:00:00Z")
    run("subscribe", "KZ", "kz@example.org")
    assert "sent 0 digests" in send(inbox, "2021-01-15").output
    assert "sent 1 digest " in send(inbox, "2021-02-05").output
    (one,) = inbox.messages
    assert "Kazakhstan: to perform: notify works" in one.get_payload(decode=True).decode()
    assert "sent 0 digests" in send(inbox, "2021-02-06").output


def test_what_was_given_up_by_mistake_is_told_again_when_that_is_struck(path, inbox):
    enter(path, "2020-12-30 release cis/p2 BY\n", "2020-12-30T00:00:00Z")
    run("subscribe", "BY", "by@example.org")
    send(inbox)
    assert "cis/p2" not in inbox.messages[-1].get_payload(decode=True).decode()
    enter(path, '2021-01-06 strike-entry "2020-12-30 release cis/p2 BY"\n', "2021-01-06T00:00:00Z")
    send(inbox, "2021-01-07")
    text = inbox.messages[-1].get_payload(decode=True).decode()
    assert ("New since the last message (1):" in text, "cis/p2" in text) == (True, True)


def test_a_digest_speaks_the_language_of_its_subscriber(path, inbox):
    run("subscribe", "BY", "by@example.org", "--language", "ru")
    send(inbox)
    (one,) = inbox.messages
    subject = str(make_header(decode_header(one["Subject"])))
    assert subject == "Servanda: Беларусь, чего ожидают на 5 января 2021 г."
    assert "Беларусь: выполнить: speak, с 18 декабря 2020 г. (cis/p2)" in one.get_payload(decode=True).decode()


def test_a_message_that_is_not_taken_stays_in_the_outbox(path, inbox):
    run("subscribe", "BY", "by@example.org")
    inbox.takes = False
    refused = send(inbox)
    assert (refused.exit_code, inbox.messages) == (1, [])
    assert "C112" in refused.output
    inbox.takes = True
    enter(path, LATER, "2021-01-10T00:00:00Z")
    assert send(inbox, "2021-01-11").exit_code == 0
    texts = [one.get_payload(decode=True).decode() for one in inbox.messages]
    assert ["cis/p3" in text for text in texts] == [False, True]
    assert ["cis/p1" in text for text in texts] == [True, False]


def test_a_stop_between_sending_and_noting_sends_the_same_message_again(path, inbox, monkeypatch):
    run("subscribe", "BY", "by@example.org")
    plain = Mail.send

    def stopped(self, made):
        plain(self, made)
        raise KeyboardInterrupt

    monkeypatch.setattr(Mail, "send", stopped)
    assert send(inbox).exit_code == 1
    monkeypatch.setattr(Mail, "send", plain)
    enter(path, LATER, "2021-01-10T00:00:00Z")
    send(inbox, "2021-01-12")
    assert len(inbox.messages) == 3
    assert inbox.ids[0] == inbox.ids[1] != inbox.ids[2]
    assert inbox.messages[0].as_bytes() == inbox.messages[1].as_bytes()


def test_a_server_that_is_not_there_is_a_problem(path):
    run("subscribe", "BY", "by@example.org")
    result = run("send", "--smtp", "127.0.0.1:9", "--from", "kept@example.org", "--tls", "none")
    assert result.exit_code == 1
    assert "C112" in result.output


def test_only_one_program_sends(path, inbox):
    import fcntl

    run("subscribe", "BY", "by@example.org")
    with path.with_suffix(".reminders.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        result = send(inbox)
    assert (result.exit_code, "C113" in result.output) == (1, True)


def test_a_damaged_file_of_subscribers_is_a_problem(path, inbox):
    run("subscribe", "BY", "by@example.org")
    file = path.with_suffix(".reminders.json")
    assert json.loads(file.read_text())["subscribers"][0]["party"] == "BY"
    file.write_text("{", encoding="utf-8")
    assert "C111" in send(inbox).output


@pytest.mark.parametrize("address", ["no address", "a@b\nBcc: c@example.org", ""])
def test_an_address_that_is_none_is_misuse(path, address):
    assert run("subscribe", "BY", address).exit_code == 2


def test_who_unsubscribes_is_told_nothing_more(path, inbox):
    run("subscribe", "BY", "by@example.org")
    assert "1 subscription of" in run("unsubscribe", "by@example.org").output
    send(inbox)
    assert inbox.messages == []


def test_the_server_is_asked_for_tls_unless_told_otherwise(path, inbox):
    run("subscribe", "BY", "by@example.org")
    result = run("send", "--smtp", inbox.server, "--from", "kept@example.org")
    assert (result.exit_code, inbox.messages) == (1, [])
    assert smtplib.SMTPNotSupportedError.__name__ in result.output
