"""Asking for a person's Home tab to be drawn anew, where something that it shows has changed."""

from datetime import datetime

from sqlalchemy.orm import Session

from scheduler import due

REDRAW = "home.redraw"


def redraw(session: Session, person: str, now: datetime) -> None:
    due.soon(session, REDRAW, person, now, 0)
