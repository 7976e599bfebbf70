"""A calendar as another program's parser reads it."""

from typing import Any

import vobject
from vobject import icalendar


def parsed(text: str) -> Any:
    """By the rules of the zone that stand in it: without what the parser remembers of calendars before."""
    for zone in [name for name in icalendar.__dict__["__tzidMap"] if name != "UTC"]:
        del icalendar.__dict__["__tzidMap"][zone]
    return vobject.readOne(text)
