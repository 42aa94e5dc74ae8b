"""The manual page of the command line, made of the program's own parser."""

import argparse

from archive_gui import __version__
from archive_gui.cli.parser import build_parser

_ENVIRONMENT = {
    "ARCHIVE_GUI_SEARCH": "Where queries are answered, for the window and all commands: “local” "
    "(default), or “milvus:URI”; --search goes before it.",
    "ARCHIVE_GUI_MILVUS_TOKEN": "The password or token for the Milvus server.",
    "ARCHIVE_GUI_CACHE": "Where prepared networks are kept, instead of ~/.cache/archive-gui.",
    "ARCHIVE_GUI_LANGUAGE": "The language of the window for this start: en, de or fr.",
    "KERAS_HOME": "Where downloaded weights are kept, in its folder models, instead of ~/.keras.",
}
_FILES = {
    "~/.local/share/archive-gui/projects": "Projects: groupings, models and indexes, one folder "
    "each; the images themselves are not in them.",
    "~/.local/share/archive-gui/weights": "Weights of networks that were fetched by hand.",
    "~/.keras/models": "Weights of networks that were downloaded.",
    "~/.cache/archive-gui": "Prepared networks; it may be deleted at any time.",
    "~/.local/state/archive-gui/log": "The log, and what crashes left.",
    "~/.config/archive-gui": "Settings of the window.",
}


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
    for title, told in (("ENVIRONMENT", _ENVIRONMENT), ("FILES", _FILES)):
        lines.append(f".SH {title}")
        for name, what in told.items():
            lines += [".TP", f".B {_escaped(name)}", _escaped(what)]
    lines += [
        ".PP",
        "Where XDG_DATA_HOME, XDG_CACHE_HOME, XDG_STATE_HOME or XDG_CONFIG_HOME is set, it takes",
        "the place of .local/share, .cache, .local/state or .config.",
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
