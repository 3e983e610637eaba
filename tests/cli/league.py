"""A small record to ask questions of, and a way to run a command on it."""

from __future__ import annotations

from click.testing import CliRunner

from servanda.cli.main import cli

LEAGUE = """\
1999-01-01 organisation league "League of Lakes"
1999-01-01 organ league/council "Council"
1999-01-01 join league CH FI NO SE as founding
1999-01-01 clause league presidency
  rotate alphabet en
  among members
  co-chairs previous next
2000-12-01 preside league CH in 2001
2001-12-01 preside league FI in 2002
2001-05-10 instrument league-waters "Agreement on waters"
  within league
2001-05-10 clause league-waters entry-into-force
  cite "art. 9"
  when 2 deposits
  then +30 days
  later +30 days from own-deposit
2001-05-10 convene league/council/2001-05-10
  format in-person
2001-05-10 attend league/council/2001-05-10 CH FI SE
2001-05-10 excuse league/council/2001-05-10 NO "high water"
2001-05-10 decide league-waters adopted at league/council/2001-05-10
2001-05-10 sign league-waters CH FI SE
2001-05-10 transmit league-waters to NO for signature
2001-05-10 undertake league/council/2001-05-10/1 FI "publish the levels of the lakes" due 2002-06-30
2001-09-03 ratify league-waters FI
2002-01-15 ratify league-waters SE
2002-02-14 expect league-waters in force since 2002-02-14
"""


def run(*arguments, text=None, env=None):
    """Run a command in the current folder."""
    return CliRunner().invoke(cli, [str(argument) for argument in arguments], input=text, env=env)
