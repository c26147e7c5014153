"""Makes the reference of the command line from the commands themselves."""

from __future__ import annotations

import click

from aidflows.cli.main import COMMANDS, cli


def make_cli_reference() -> str:
    """Return docs/cli.md: what each command prints for `-h`, and the exit codes."""
    lines = ["# Command line", "", "Made from the commands by `scripts/derive.py`; do not edit.", ""]
    lines += ["Exit codes: 0 fine, 1 the answer is no, differs or invalid, 2 could not run.", ""]
    for name in sorted(COMMANDS):
        context = click.Context(cli, info_name="aidflows", terminal_width=100, help_option_names=["-h", "--help"])
        command = cli.get_command(context, name)
        assert command is not None
        own = click.Context(command, info_name=name, parent=context, terminal_width=100)
        lines += [f"## aidflows {name}", "", "```text", command.get_help(own), "```", ""]
    return "\n".join(lines).rstrip() + "\n"
