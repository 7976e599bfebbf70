"""Due work: the yearly question to a company's contact persons."""

from dataclasses import asdict
from datetime import datetime

from sqlalchemy.orm import Session

from bot.core.blocks import Message, actions, button, section
from bot.core.texts import Lang
from bot.domain import members
from bot.domain.companies import yearly
from bot.slack.context import Parts
from bot.slack.push import opt_out
from handlers.companies import own, views, words
from scheduler import bundles
from scheduler.outbox import BULK, Outgoing


def plan(parts: Parts, session: Session, company: str, now: datetime) -> datetime | None:
    return yearly.plan(session, company, now, parts.quiet)


def tell(parts: Parts, session: Session, subject: str, now: datetime) -> datetime | None:
    """One message, whose time has come; in quiet time, where nobody was here to send it, it waits."""
    planned = yearly.judge(session, subject, now, parts.quiet)
    if planned is None:
        return None
    if parts.quiet.holds(now):
        return parts.quiet.later(now)
    company, _, person = subject.split(":")
    lang = members.language(session, person, parts.settings.default_language)
    message = asdict(_question(session, lang, company, person))
    outgoing = Outgoing(f"company:{subject}", person, message, priority=BULK)
    bundles.leave(session, outgoing, now, bundled=planned.why == "budget")
    return None


def _question(session: Session, lang: Lang, company: str, person: str) -> Message:
    shown = own.shown(session, person)
    told = views.told(lang, shown) if shown else []
    heading = words.STILL(lang, company=shown.company.name if shown else "")
    said = "\n".join([f"*{heading}*", *told])
    yes = button(words.ALL_RIGHT[lang], "companies.confirm", company, style="primary")
    presses = actions(yes, button(words.ABOUT[lang], "companies.edit"))
    return Message("\n".join([heading, *told]), [section(said), presses, opt_out("reminder", lang)])
