"""The manual page of the command line, made of the program's own parser."""

import argparse

from archive_gui import __version__
from archive_gui.cli.parser import build_parser


def man_page(day: str) -> str:
    """The page in roff, dated `day` (ISO 8601)."""
    parser = build_parser()
    assert parser._subparsers is not None
    commands = parser._subparsers._group_actions[0]
    helps = {choice.dest: choice.help or "" for choice in commands._get_subactions()}
    lines = [
        f'.TH ARCHIVE-GUI 1 "{day}" "archive-gui {__version__}" "User Commands"',
        ".SH NAME",
        "archive-gui \\- teach a computer what similar means in your picture archive",
        ".SH SYNOPSIS",
        ".B archive-gui",
        "[\\fIPATH\\fR]",
        ".br",
        ".B archive-gui",
        "\\fICOMMAND\\fR ...",
        ".SH DESCRIPTION",
        _escaped(parser.description or ""),
        ".PP",
        _escaped(parser.epilog or ""),
        ".SH COMMANDS",
    ]
    for name, command in (commands.choices or {}).items():
        usage = command.format_usage().removeprefix(f"usage: archive-gui {name}").split()
        lines += [".TP", f".B {_escaped(name)} \\fR{_escaped(' '.join(usage))}"]
        lines += [_escaped(helps[name])]
        lines += [line for action in command._actions for line in _option(action)]
    lines += [
        ".SH FILES",
        "Projects lie in the folder for the user's data, beside no image; see",
        ".BR archive-gui\\ doctor .",
        ".SH SEE ALSO",
        "The manual in the window, by F1.",
    ]
    return "\n".join(lines) + "\n"


def _option(action: argparse.Action) -> list[str]:
    if not action.option_strings or action.dest == "help":
        return []
    choices = f" {{{','.join(map(str, action.choices))}}}" if action.choices else ""
    value = choices or (f" {action.metavar}" if action.metavar else "")
    shown = _escaped(", ".join(action.option_strings) + value)
    return [".RS", ".TP", f"\\fB{shown}\\fR", _escaped(action.help or ""), ".RE"]


def _escaped(text: str) -> str:
    return text.replace("\\", "\\e").replace("-", "\\-")
