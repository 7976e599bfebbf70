"""What is wrong with a value that came from outside, in our words and not in those of the library that found it."""

from collections.abc import Mapping
from typing import Any

OWN = "Value error, "
SAID = {
    "missing": "is missing",
    "extra_forbidden": "is not known here",
    "unexpected_keyword_argument": "is not known here",
    "string_type": "must be words",
    "int_type": "must be a whole number",
    "int_parsing": "must be a whole number",
    "int_from_float": "must be a whole number",
    "float_type": "must be a number",
    "float_parsing": "must be a number",
    "finite_number": "must be a number",
    "bool_type": "must be yes or no",
    "bool_parsing": "must be yes or no",
    "literal_error": "must be one of {expected}",
    "greater_than": "must be more than {gt:g}",
    "greater_than_equal": "must be {ge:g} or more",
    "less_than_equal": "must be {le:g} or less",
    "too_short": "must hold at least one",
    "tuple_type": "must be a list",
    "dict_type": "must be names with values",
    "model_type": "must be fields with values",
    "dataclass_type": "must be fields with values",
    "path_type": "must be the path of a folder",
}
A_DAY = "must be a day that there is, written as 2026-01-31"


def said(fault: Mapping[str, Any], patterns: Mapping[str, str]) -> str:
    """One of pydantic's `errors()`. `patterns`: what to write, by the name of a field whose form is prescribed."""
    kind = fault["type"]
    if kind == "value_error":
        return str(fault["msg"]).removeprefix(OWN)
    if kind.startswith("date"):
        return A_DAY
    if kind == "string_pattern_mismatch":
        name = next((part for part in reversed(fault["loc"]) if isinstance(part, str)), "")
        return patterns[name]
    return SAID.get(kind, "cannot be read").format(**_choices(fault.get("ctx", {})))


def _choices(values: Mapping[str, Any]) -> dict[str, Any]:
    return {
        name: value.replace("'", "").replace(" or ", ", ") if isinstance(value, str) else value
        for name, value in values.items()
    }
