"""How items of lists begin: a bullet, or the number that a reader would see."""

from __future__ import annotations

from typing import Final

BULLET: Final = "• "
_ROMAN: Final = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_MOST_LETTERS: Final = 26
_MOST_ROMAN: Final = 89


def ordinal(number: int, style: str) -> str:
    """Write the number of an item in a style of HTML's `type`: "1", "a", "A", "i" or "I".

    Numbers that a style does not reach, and styles that are not known, are written in digits.
    """
    if style in ("a", "A") and 1 <= number <= _MOST_LETTERS:
        return chr(ord(style) + number - 1)
    if style in ("i", "I") and 1 <= number <= _MOST_ROMAN:
        roman = _roman(number)
        return roman.upper() if style == "I" else roman
    return str(number)


def _roman(number: int) -> str:
    if number >= 50:
        return "l" + _roman(number - 50)
    if number >= 40:
        return "xl" + _roman(number - 40)
    letters = ""
    for value, letter in _ROMAN:
        count, number = divmod(number, value)
        letters += letter * count
    return letters
