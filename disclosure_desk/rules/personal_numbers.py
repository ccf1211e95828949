"""How identity numbers (公民身份号码) and mobile telephone numbers are made.

Source: GB 11643-1999 for the weights and the last sign, from memory, as that cards of before 1999
have 15 digits without one, and that mobile numbers have 11 digits and begin with 13 to 19.
"""

from datetime import date

LONG, SHORT = 18, 15  # signs of an identity number, of now and of before 1999
MOBILE = r"(?<![0-9A-Za-z])(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?![0-9A-Za-z])"
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_LAST_SIGNS = "10X98765432"
_BIRTHS = range(1880, 2101)  # years; whoever is older asks no more


def last_sign_of(first_17: str) -> str:
    """The last sign of an identity number whose others are known."""
    weighted = sum(int(one) * weight for one, weight in zip(first_17, _WEIGHTS, strict=True))
    return _LAST_SIGNS[weighted % 11]


def has_right_last_sign(number: str) -> bool:
    """Whether 18 signs end as they must; a small x counts as well."""
    return number[:-1].isdigit() and last_sign_of(number[:-1]) == number[-1].upper()


def holds_birthday(number: str) -> bool:
    """Whether a day on which somebody may be born stands in a number of 15 or 18 signs."""
    day = number[6:14] if len(number) == LONG else f"19{number[6:12]}"
    try:
        return date(int(day[:4]), int(day[4:6]), int(day[6:8])).year in _BIRTHS
    except ValueError:
        return False
