"""The click group: imports a command's module when it is called, and turns errors into one line, once."""

from __future__ import annotations

import os
import shlex
import sys
from importlib import import_module
from typing import Any

import click

from aidflows.errors import AidflowsError, CheckError

COMMANDS = {
    "build": "Build the tables from raw/ and print the yearly totals.",
    "check": "Check every schema and rule on tables.",
    "cite": "Print how to cite the data.",
    "diff": "Compare two releases, and say why totals moved.",
    "explain": "Show the tree and the receipts behind a number.",
    "export": "Write tables for other tools.",
    "extract": "Extract figures from documents.",
    "flows": "List flows.",
    "publish": "Write the bundle of a release.",
    "query": "Run SQL on a release.",
    "release": "Write built tables as a release.",
    "systems": "Look up weapon systems by name.",
    "totals": "Sum flows, with bounds.",
    "verify": "Verify checksums, rules and receipts.",
}
SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 110}


class LazyGroup(click.Group):
    """Finds commands by name and imports only the one that runs."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return all command names."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"aidflows.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing any."""
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))


@click.group(cls=LazyGroup, context_settings=SETTINGS)
@click.option("--debug", is_flag=True, help="Show the traceback of an unexpected error.")
@click.version_option(package_name="aidflows")
def cli(debug: bool) -> None:
    """Arms transfers and military aid: every figure traced, in sums that cannot double count."""


def run(arguments: list[str] | None = None) -> None:
    """Run the command line and leave with its exit code: 0 fine, 1 the answer is no, 2 could not run."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if len(words) == 1 and words[0].startswith("aidflows=="):
        words = expand_definition(words[0])
    sys.exit(_run(words))


def expand_definition(line: str) -> list[str]:
    """Return the arguments that a definition line stands for.

    >>> expand_definition("aidflows==1.0.0 totals --measure committed")
    ['totals', '--version', '1.0.0', '--measure', 'committed']
    """
    head, *rest = shlex.split(line)
    return [*rest[:1], "--version", head.removeprefix("aidflows=="), *rest[1:]]


def _run(words: list[str]) -> int:
    try:
        code = cli.main(args=words, prog_name="aidflows", standalone_mode=False)
    except click.ClickException as error:
        click.echo(f"aidflows: {error.format_message()}", err=True)
        return 2
    except click.Abort:
        click.echo("aidflows: stopped", err=True)
        return 2
    except CheckError as error:
        click.echo(f"aidflows: {error}", err=True)
        for failure in error.failures:
            click.echo(f"  {failure}", err=True)
        return 1
    except AidflowsError as error:
        click.echo(f"aidflows: {error}", err=True)
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as error:
        return _unexpected(error, words)
    return code if isinstance(code, int) else 0


def _unexpected(error: Exception, words: list[str]) -> int:
    if "--debug" in words:
        raise error
    text: Any = str(error).splitlines()[0] if str(error) else ""
    click.echo(f"aidflows: unexpected {type(error).__name__}: {text} (run with --debug)", err=True)
    return 2
