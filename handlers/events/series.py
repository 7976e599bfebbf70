"""Events that come again: what a form asks, what is made ahead, and the calendar file of all."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.core.blocks import Block, Message, input_of, select
from bot.core.errors import UserError
from bot.core.recurrence import CHOICES, MOST, Rule
from bot.core.texts import Lang, Text
from bot.domain.events import series
from bot.domain.events.rows import GONE, Event
from bot.slack.context import Ctx, Parts
from bot.slack.files import METHOD
from bot.slack.listen import Listen
from bot.slack.reply import Reply
from bot.slack.words import PICK
from handlers.events import calendar, telling
from handlers.events import series_words as words
from handlers.events.words import FILE_SENT
from scheduler.outbox import ANSWER, Outgoing, enqueue


def fields(lang: Lang, rule: Rule | None, zone: ZoneInfo) -> list[Block]:
    """Of a draft: whether it comes again, and until when."""
    chosen = series.choice(str(rule)) if rule else None
    menu = select("again", PICK[lang], [(one, said[lang]) for one, said in CHOICES.items()], chosen)
    last: Block = {"type": "datepicker", "action_id": "last_time"}
    last |= {"initial_date": f"{rule.until.astimezone(zone):%Y-%m-%d}"} if rule and rule.until else {}
    times: Block = {"type": "number_input", "action_id": "times", "is_decimal_allowed": False}
    times |= {"min_value": str(series.FEWEST), "max_value": str(MOST)}
    times |= {"initial_value": str(rule.count)} if rule and rule.count else {}
    return [
        input_of("again", words.AGAIN[lang], menu, optional=True, hint=words.AGAIN_HINT[lang]),
        input_of("last_time", words.LAST_TIME[lang], last, optional=True),
        input_of("times", words.TIMES[lang], times, optional=True, hint=words.END_HINT[lang]),
    ]


def scope(lang: Lang, event: Event, hint: Text = words.SCOPE_HINT) -> list[Block]:
    """Of what was posted: whether a change is for the following too."""
    if event.series is None or event.draft:
        return []
    menu = select("scope", PICK[lang], [(one, said[lang]) for one, said in words.SCOPES.items()], words.ONE)
    return [input_of("scope", words.SCOPE[lang], menu, hint=hint[lang])]


def all_following(ctx: Ctx) -> bool:
    """Whether that was chosen."""
    return ctx.fields.get("scope") == words.FOLLOWING


def make_ahead(parts: Parts, session: Session, series_id: str, now: datetime) -> datetime | None:
    """Due work: the next ones become events."""
    new, again = series.make_ahead(session, series_id, now, parts.quiet.zone)
    for event, posted_at in new:
        telling.comes_out(session, event, posted_at, now)
    return again


def file_of_all(ctx: Ctx) -> Reply:
    """Once a minute for each version, as the file of one."""
    with ctx.once() as session:
        event = session.get(Event, ctx.value)
        known = series.members(session, [event.series]).get(event.series) if event and event.series else None
        if event is None or known is None:
            raise UserError(GONE)
        whole, events = known
        name = series.pattern(events).name(ctx.lang)
        shared = {
            "filename": "arrangement.ics",
            "title": name,
            "text": words.FILE(ctx.lang, title=name),
            "content": calendar.of_all(whole, events, ctx.lang, ctx.parts.quiet.zone),
        }
        key = f"event:{event.id}:series:{ctx.person}:{ctx.now:%y%m%d%H%M}"
        enqueue(session, Outgoing(key, ctx.person, shared, method=METHOD, priority=ANSWER))
    return Reply(private=Message(FILE_SENT[ctx.lang]))


def register(listen: Listen) -> None:
    listen.action("event.series", file_of_all)


DUE = {"event.series": make_ahead}
