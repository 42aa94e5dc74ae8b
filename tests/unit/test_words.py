"""Sentences that remember how they were made."""

import copy
import json
import pickle
from pathlib import Path

import pytest

from archive_gui.errors import ArchiveError
from archive_gui.words import Sentence, joined, kept, number, restored, say, say_count

INSIDE = say("{file} is gone", file=Path("a{b}.jpg"))
TOLD = joined((say_count(1200, "{n:,} mark", "{n:,} marks", why=INSIDE), INSIDE, "plain"), "; ")


def parts(text: object) -> object:
    """All that a sentence remembers, down to the last of its values."""
    if not isinstance(text, Sentence):
        return text
    values = {name: parts(value) for name, value in text.values.items()}
    return (str.__str__(text), text.template, text.one, values)


def test_a_sentence_is_its_english_text():
    assert TOLD == "1,200 marks; a{b}.jpg is gone; plain"
    assert say_count(1, "{n:,} mark", "{n:,} marks") == "1 mark"
    assert say_count(0, "{n:,} mark", "{n:,} marks") == "0 marks"
    assert number(0.25, "+.1f") == "+0.2"
    assert json.dumps({"text": INSIDE}) == '{"text": "a{b}.jpg is gone"}'


def test_an_error_still_knows_how_its_sentence_was_made():
    with pytest.raises(ArchiveError) as caught:
        raise ArchiveError(TOLD)
    assert parts(str(caught.value)) == parts(TOLD)


@pytest.mark.parametrize(
    "travel",
    [
        lambda text: pickle.loads(pickle.dumps(text)),
        lambda text: restored(kept(text)),
        copy.deepcopy,
    ],
)
def test_a_sentence_survives_processes_and_catalogs(travel):
    assert parts(travel(TOLD)) == parts(TOLD)
    assert "\n" not in kept(say("two\nlines"))


def told(say: str, one: str = "", **values: object) -> str:
    return json.dumps({"say": say, "one": one, "values": values})


def doubled(times: int) -> str:
    sentence: object = "x" * 100
    for _ in range(times):
        sentence = {"say": "{n}{n}", "one": "", "values": {"n": sentence}}
    return json.dumps(sentence)


@pytest.mark.parametrize(
    "line",
    [
        told("{x.__class__}", x="a"),
        told("{x[0]}", x="a"),
        told("{x!r}", x="a"),
        told("{n:>9223372036854775807}", n=1),
        told("{n:>9999999}", n=1),
        told("{n:{w}}", n=1, w=9),
        told("{n:.999999f}", n=1),
        told("{n:,}", "{n.real}", n=2),
        told("{n:,}", "{gone}", n=2),
        told("{n:d}", n=1.5),
        told("{n:c}", n=10**30),
        told("{}", n=1),
        '{"say": 7, "one": "", "values": {}}',
        '{"say": "", "one": "", "values": []}',
        '{"a":' * 100_000,
        '{"say": "{n}", "one": "", "values": {"n": ' * 300 + "1" + "}}" * 300,
        doubled(15),
    ],
)
def test_what_a_stranger_has_written_in_place_of_a_sentence_is_shown_as_it_is(line):
    assert restored(line) == line
    assert not isinstance(restored(line), Sentence)


@pytest.mark.parametrize("form", ["", ",", "g", ",.0f", "+.3f", ".0%", ".3g", "+.1f"])
def test_every_form_of_a_number_that_sentences_have_is_restored(form):
    assert isinstance(restored(kept(number(1234.5, form))), Sentence)


@pytest.mark.parametrize("text", ["plain", "", "{", '{"say": 1}', "{} is a name", '{"a": "b"}'])
def test_other_texts_stand_for_themselves(text):
    assert restored(kept(text)) == text
    assert not isinstance(restored(text), Sentence)
