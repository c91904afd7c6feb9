"""Numbers are integers in thousandths everywhere below the faces: 28.5 is 28500.

Both languages of the game write 1,234.5 (English, and Spanish as used in Mexico).
"""

THOUSAND = 1000
A_TENTH = 100
"""In thousandths: a change of less is none to who reads numbers with one decimal, and is told nowhere."""


def half_even(numerator: int, denominator: int) -> int:
    """The quotient rounded to the nearest integer, ties to the even one; the denominator is not 0."""
    if denominator < 0:
        numerator, denominator = -numerator, -denominator
    quotient, rest = divmod(numerator, denominator)
    twice = 2 * rest
    if twice > denominator or (twice == denominator and quotient % 2):
        quotient += 1
    return quotient


def thousandths(text: str) -> int | None:
    """A written number in thousandths, or None where it is none: `2.4` -> 2400."""
    digits = text[1:] if text[:1] in {"+", "-"} else text
    whole, point, rest = digits.partition(".")
    if not (digits.isascii() and whole.isdigit() and len(whole) < 10 and len(rest) <= 3):
        return None
    if point and not rest.isdigit():
        return None
    number = int(whole) * 1000 + int((rest + "000")[:3])
    return -number if text.startswith("-") else number


def exact(value: int) -> str:
    """All of a number, without idle zeros: 28000 -> `28`, 56 -> `0.056`."""
    sign = "-" if value < 0 else ""
    whole, rest = divmod(abs(value), THOUSAND)
    tail = f".{rest:03d}".rstrip("0").rstrip(".")
    return f"{sign}{whole:,}{tail}"


def fixed(value: int, decimals: int = 1) -> str:
    """A number with so many decimals (0 to 3), rounded half-even: 28456 -> `28.5`."""
    unit = 10 ** (3 - decimals)
    scaled = half_even(value, unit)
    sign = "-" if scaled < 0 else ""
    whole, rest = divmod(abs(scaled), 10**decimals)
    return f"{sign}{whole:,}.{rest:0{decimals}d}" if decimals else f"{sign}{whole:,}"


def signed(value: int) -> str:
    """All of a number with its sign: `+3`, `-0.056`."""
    return exact(value) if value < 0 else f"+{exact(value)}"


def signed_short(value: int) -> str:
    """A change with its sign, to a tenth, or to a hundredth where it is less than that."""
    text = fixed(value, 1 if abs(value) >= 100 else 2)
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return signed(value) if text == "0" else text if text.startswith("-") else f"+{text}"


def spaced(unit: str) -> str:
    """A unit as it follows a number, with the space before it; nothing where there is none."""
    return f" {unit}" if unit else ""


def as_json(value: int) -> int | float:
    """A number for JSON: whole where it is whole, else with at most three decimals."""
    return value // THOUSAND if value % THOUSAND == 0 else value / THOUSAND
