"""Sentences that are made far below the window, and still speak the language of the window.

A sentence is its English text, which the command line prints as it is. It remembers how it was
made, so that the window can make it again of a translated template. Templates are written out
where they are said, since the translators' lists are gathered from there.
"""

import json
import re
import string
from collections.abc import Iterable, Mapping
from typing import Any

Value = str | int | float

# How a number may be written in a sentence that was kept: widths could be of any size.
_SHORT_FORM = re.compile(r"\+?,?(\.\d)?[a-z%]?")
# Sentences within sentences, more than any that is said here.
_DEEPEST = 16


class Sentence(str):
    """English text that remembers its `template` and the `values` put in.

    `one` is the template for a single thing where `template` is for several, and the value `n`
    counts them; it is empty where nothing is counted. A value may be a sentence itself.
    """

    template: str
    one: str
    values: Mapping[str, Value]

    def __new__(cls, template: str, values: Mapping[str, Value], one: str = "") -> "Sentence":
        """Format the template, the one for a single thing where `n` is 1."""
        chosen = one if one and values["n"] == 1 else template
        sentence = super().__new__(cls, chosen.format(**values))
        sentence.template, sentence.one, sentence.values = template, one, values
        return sentence

    def __str__(self) -> str:
        """The sentence itself, so that ``str(error)`` still knows how its text was made."""
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return Sentence, (self.template, dict(self.values), self.one)


def say(template: str, **values: object) -> Sentence:
    """A sentence of a template as for `str.format`; what is no number goes in as text."""
    return Sentence(template, {name: _plain(value) for name, value in values.items()})


def say_count(n: int, one: str, many: str, **values: object) -> Sentence:
    """A sentence about `n` things: `one` is taken for 1, `many` for any other number.

    Both templates say the number as ``{n:,}``, since in French 0 is a singular, too.
    """
    return Sentence(many, {"n": n} | {name: _plain(each) for name, each in values.items()}, one)


def joined(parts: Iterable[str], joint: str = " ") -> Sentence:
    """Sentences, names or words one after the other."""
    values = {f"part{number}": part for number, part in enumerate(parts)}
    return Sentence(joint.join(f"{{{name}}}" for name in values), values)


def number(value: float, form: str) -> Sentence:
    """A number in a form of Python's, which the window writes as its language does."""
    return Sentence(f"{{n:{form}}}", {"n": value})


def kept(text: str) -> str:
    """A text as it is written to a catalog or a pipe: one line that :func:`restored` reads."""
    return json.dumps(_as_json(text)) if isinstance(text, Sentence) else text


def restored(line: str) -> str:
    """What :func:`kept` has written; anything else is a text that stands for itself.

    A catalog may be a stranger's: templates that reach into their values, or make much of little,
    are such texts, too.
    """
    try:
        return _from_json(json.loads(line), _DEEPEST) if line.startswith("{") else line
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, ArithmeticError):
        return line
    except (RecursionError, MemoryError):
        return line


def _plain(value: object) -> Value:
    return value if isinstance(value, (Sentence, int, float)) else str(value)


def _as_json(value: Value) -> Any:
    if not isinstance(value, Sentence):
        return value
    values = {name: _as_json(each) for name, each in value.values.items()}
    return {"say": value.template, "one": value.one, "values": values}


def _from_json(told: dict[str, Any], depth: int) -> Sentence:
    """The sentence of what :func:`_as_json` has made; ValueError and others where it has not."""
    if depth == 0:
        raise ValueError("too deep")
    values = {
        name: _from_json(each, depth - 1) if isinstance(each, dict) else each
        for name, each in told["values"].items()
    }
    for template in (told["say"], told["one"]):
        _require_plain(template, values)
    return Sentence(told["say"], values, told["one"])


def _require_plain(template: str, values: Mapping[str, Value]) -> None:
    """Raise ValueError for a template that is more than text and values, each of them once.

    Were they there twice, a sentence in a sentence would be there four times, and so on.
    """
    left = set(values)
    for _, name, form, conversion in string.Formatter().parse(template):
        if name is None:
            continue
        if name not in left or not name.isidentifier() or conversion:
            raise ValueError(f"no plain value: {name}")
        if not _SHORT_FORM.fullmatch(form or ""):
            raise ValueError(f"no short form: {form}")
        left.remove(name)
