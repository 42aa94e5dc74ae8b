"""Invented names, dates and mottoes for what bears writing."""

import numpy as np

_FIRST = [
    "VAR",
    "MOR",
    "ALT",
    "PORT",
    "BREN",
    "SAL",
    "LIN",
    "ORT",
    "KAL",
    "MAR",
    "TES",
    "ROV",
    "GRAN",
    "EIS",
    "FAL",
    "DOR",
]
_MIDDLE = ["EN", "I", "A", "EL", "O", "UN", "AR", "ES"]
_LAST = [
    "THAL",
    "GNOL",
    "BRUNN",
    "SCURA",
    "BERG",
    "VIK",
    "LEY",
    "MONT",
    "STAD",
    "RODA",
    "FELD",
    "HAVN",
    "TINO",
    "BOURG",
]
_MONTHS = ["JAN", "FEB", "MAR", "APR", "MAI", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
_PEOPLE = [
    "A. VERLOO",
    "M. TISSARD",
    "J. OSTROV",
    "E. HALDEN",
    "C. AMARAL",
    "L. BRENNER",
    "R. QUILL",
    "S. DORNE",
]
_MOTTOES = [
    "SEMPER",
    "VIRTUS",
    "FIDES",
    "LUX ET PAX",
    "TENAX",
    "CONSTANS",
    "NON SIBI",
    "VIGILO",
    "SURGAM",
]
_SYLLABLES = [
    "li",
    "bro",
    "rum",
    "ars",
    "et",
    "or",
    "na",
    "men",
    "ta",
    "de",
    "pic",
    "tu",
    "ris",
    "an",
    "ti",
    "quo",
    "sig",
    "na",
]


def town(rng: np.random.Generator) -> str:
    """The name of a town that does not exist, in capitals."""
    parts = [_FIRST, _MIDDLE, _LAST] if rng.random() < 0.5 else [_FIRST, _LAST]
    return "".join(str(rng.choice(part)) for part in parts)


def person(rng: np.random.Generator) -> str:
    """An initial and a surname."""
    return str(rng.choice(_PEOPLE))


def motto(rng: np.random.Generator) -> str:
    """A short motto in Latin."""
    return str(rng.choice(_MOTTOES))


def date(rng: np.random.Generator) -> tuple[str, str, str]:
    """Day, month and year of two digits."""
    return str(rng.integers(1, 29)), str(rng.choice(_MONTHS)), str(rng.integers(71, 99))


def phrase(rng: np.random.Generator, syllables: int) -> str:
    """Words that look like Latin and mean nothing."""
    text = ""
    for number in range(syllables):
        gap = " " if number and rng.random() < 0.4 else ""
        text += gap + str(rng.choice(_SYLLABLES))
    return text
