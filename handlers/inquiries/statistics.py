"""Questions sent to a person, in the staff's statistics: how many, how many were answered, how fast."""

from datetime import datetime, timedelta
from statistics import median

from sqlalchemy.orm import Session

from bot.core import few
from bot.core.texts import Lang
from bot.domain import inquiries
from bot.slack.feature import Person
from handlers.inquiries import words

HOUR = timedelta(hours=1)


def statistics(session: Session, person: Person, since: datetime) -> list[str]:
    sent = inquiries.sent_since(session, since)
    if not sent:
        return [words.NONE_SENT[person.lang]]
    if len({inquiry.asker for inquiry in sent if inquiry.asker}) < few.ENOUGH:
        return [words.FEW_SENT(person.lang, enough=few.ENOUGH)]
    shown = few.shown(few.counted(("open" if inquiry.reply is None else "replied", inquiry.asker) for inquiry in sent))
    took = [(inquiry.replied_at - inquiry.sent_at).total_seconds() for inquiry in sent if inquiry.replied_at]
    lines = [words.COUNT(person.lang, count=len(sent))]
    if "replied" in shown:
        time = spell(timedelta(seconds=median(took)), person.lang)
        lines.append(words.REPLIED(person.lang, count=shown["replied"], time=time))
    return lines


def spell(time: timedelta, lang: Lang) -> str:
    """Rounded to minutes, hours or days, as people say it."""
    if time < HOUR:
        return words.MINUTES(lang, count=max(1, round(time / timedelta(minutes=1))))
    if time < timedelta(days=2):
        return words.HOURS(lang, count=round(time / HOUR))
    return words.DAYS(lang, count=round(time / timedelta(days=1)))
