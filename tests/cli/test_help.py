"""The command line explains itself, quickly and truthfully."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module

import pytest

from servanda.cli.main import COMMANDS
from tests.cli.league import run

LOADED = """
import sys
from click.testing import CliRunner
from servanda.cli.main import cli
assert CliRunner().invoke(cli, ["--help"]).exit_code == 0
print([name for name in sys.modules if name.split(".")[0] in ("django", "granian", "babel", "jinja2")
       or name.startswith(("servanda.web", "servanda.pages", "servanda.journal", "servanda.reading"))])
"""


def command(name):
    return import_module(f"servanda.cli.{COMMANDS[name][0]}").command


def first_sentence(name):
    text = " ".join(command(name).help.split("\n\n")[0].split())
    return text.split("; ")[0].split(": servanda")[0].rstrip(".")


def test_help_lists_every_command():
    output = run("--help").output
    assert all(f"\n  {name} " in output for name in COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_says_of_itself_what_the_list_says_of_it(name):
    listed = COMMANDS[name][1].rstrip(".")
    assert first_sentence(name) == listed.split("; ")[0]
    assert command(name).name == name


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name):
    result = run(name, "--help")
    assert result.exit_code == 0
    assert first_sentence(name)[:40] in " ".join(result.output.split())


@pytest.mark.parametrize("name", [*COMMANDS])
def test_every_option_of_a_command_is_explained_or_plain(name):
    plain = {"--help", "--host", "--port"}
    options = [param for param in command(name).params if param.param_type_name == "option"]
    assert [option.opts[-1] for option in options if not option.help and option.opts[-1] not in plain] == []


def test_help_loads_neither_django_nor_the_rooms_that_do_the_work():
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_an_unknown_command_is_misuse():
    result = run("statsu")
    assert result.exit_code == 2
    assert "No such command" in result.output


def test_the_version_is_told():
    assert run("--version").exit_code == 0


@pytest.mark.parametrize("code", ["T103", "t103"])
def test_a_code_is_explained_whatever_its_case(code):
    result = run("explain", code)
    assert result.exit_code == 0
    assert result.output.startswith("T103: There is no such day")
    assert "To mend it:" in result.output


def test_explain_without_a_code_lists_them_all():
    from servanda.problems import explanations

    assert [line.split()[0] for line in run("explain").output.splitlines()] == list(explanations())


def test_an_unknown_code_is_misuse():
    assert run("explain", "X999").exit_code == 2
