"""Canonical JSON (RFC 8785), written from its text. Numbers as ECMAScript writes them."""

import json
import math
from decimal import Decimal


class NotCanonical(Exception):
    pass


def number(value):
    if math.isnan(value) or math.isinf(value):
        raise NotCanonical("no such number in JSON")
    if value == 0:
        return "0"
    sign, digits, exponent = Decimal(repr(abs(value))).as_tuple()
    digits = "".join(map(str, digits))
    point = len(digits) + exponent
    digits = digits.rstrip("0")
    return ("-" if value < 0 else "") + place_point(digits, point)


def place_point(digits, point):
    """ECMA-262, Number::toString: `point` is where the decimal point stands among the digits."""
    if len(digits) <= point <= 21:
        return digits + "0" * (point - len(digits))
    if 0 < point <= 21:
        return digits[:point] + "." + digits[point:]
    if -6 < point <= 0:
        return "0." + "0" * -point + digits
    power = point - 1
    mantissa = digits[0] + ("." + digits[1:] if len(digits) > 1 else "")
    return f"{mantissa}e{'+' if power >= 0 else '-'}{abs(power)}"


def string(value):
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        raise NotCanonical("half a character") from error
    return json.dumps(value, ensure_ascii=False)


def write(value):
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return number(float(value))
    if isinstance(value, str):
        return string(value)
    if isinstance(value, list):
        return "[" + ",".join(map(write, value)) + "]"
    members = sorted(value.items(), key=lambda item: item[0].encode("utf-16-be", "surrogatepass"))
    return "{" + ",".join(f"{string(name)}:{write(member)}" for name, member in members) + "}"


def canonical(text):
    return write(json.loads(text, parse_int=float)).encode("utf-8")


def is_canonical(data):
    try:
        return canonical(data.decode("utf-8")) == data
    except (ValueError, NotCanonical, OverflowError):
        return False
