"""Once a month the staff see what should be looked at again, each with one press to say that it still holds."""

from dataclasses import asdict
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from sqlalchemy.orm import Session

from bot.core.blocks import BUTTON, Block, Message, actions, button, context, cut, section
from bot.core.moments import day
from bot.core.texts import Counted, Lang, Text
from bot.domain.entries import editing, versions
from bot.slack.context import Parts
from bot.slack.words import NOT_GIVEN
from handlers.content import words
from knowledge.entry import Entry
from scheduler.due import first
from scheduler.outbox import Outgoing, enqueue

WORK, SUBJECT = "content.check", "monthly"
MOST = 10  # entries in one message
AT = time(9)

HEADING = Counted(
    one=Text(
        nb="{count} oppføring bør kontrolleres:",
        nn="{count} oppføring bør kontrollerast:",
        en="{count} entry should be checked:",
    ),
    more=Text(
        nb="{count} oppføringer bør kontrolleres. De som har ventet lengst:",
        nn="{count} oppføringar bør kontrollerast. Dei som har venta lengst:",
        en="{count} entries should be checked. Those that have waited longest:",
    ),
)
ONE = Text(
    nb="{title}: {first} (skulle vært kontrollert innen {day}, ansvarlig: {role})",
    nn="{title}: {first} (skulle vore kontrollert innan {day}, ansvarleg: {role})",
    en="{title}: {first} (was to be checked by {day}, responsible: {role})",
)
HOW = Text(
    nb="«Fortsatt riktig» setter dagens dato på oppføringen. Resten finner redaktører med `/naering innhold`.",
    nn="«Framleis rett» set datoen i dag på oppføringa. Resten finn redaktørar med `/naering innhald`.",
    en="“Still right” puts today's date on the entry. Editors find the rest with `/naering content`.",
)


def begin(session: Session, now: datetime) -> None:
    """The first list comes at the beginning of the next month."""
    first(session, WORK, SUBJECT, next_month(now, UTC))


def post(parts: Parts, session: Session, _subject: str, now: datetime) -> datetime:
    """Posts the list; gives when the next one is due."""
    if parts.quiet.holds(now):
        return parts.quiet.later(now)
    today = now.astimezone(parts.quiet.zone).date()
    late = versions.due(parts.library().entries.values(), today)
    channel = parts.settings.staff_channel
    if channel and late:
        newest = versions.newest(session, *(entry.id for entry in late[:MOST]))
        seen = {name: row.id for name, row in newest.items()}
        message = listed(parts.settings.default_language, late, seen, today)
        enqueue(session, Outgoing(f"content:check:{today:%Y-%m}:1", channel, asdict(message)))
    return next_month(now, parts.quiet.zone)


def next_month(now: datetime, zone: tzinfo) -> datetime:
    today = now.astimezone(zone).date()
    return datetime.combine((today.replace(day=1) + timedelta(days=32)).replace(day=1), AT, zone)


def listed(lang: Lang, late: list[Entry], seen: dict[str, int], today: date) -> Message:
    heading = HEADING(lang, count=len(late))
    shown = [
        (_line(lang, entry, today), _buttons(lang, entry, seen.get(entry.id, 0), n, today))
        for n, entry in enumerate(late[:MOST])
    ]
    blocks = [block for line, buttons in shown for block in (section(line), buttons)]
    text = "\n".join([heading, *(line for line, _ in shown), HOW[lang]])
    return Message(text, [section(f"*{heading}*"), *blocks, context(HOW[lang])])


def _line(lang: Lang, entry: Entry, today: date) -> str:
    role = entry.responsible or NOT_GIVEN[lang]
    line = ONE(lang, title=entry.title[lang], first=entry.text[lang], day=day(entry.check_by, lang), role=role)
    over = editing.passed(entry, today)
    return f"{line} {over[lang]}" if over else line


def _buttons(lang: Lang, entry: Entry, seen: int, n: int, today: date) -> Block:
    """What a date of it makes wrong can be opened alone."""
    title = entry.title[lang]
    still = button(
        words.VERIFY[lang], f"content.verify:{n}", f"{seen} {entry.id}", spoken=f"{words.VERIFY[lang]}: {title}"
    )
    spoken = cut(f"{words.OPEN[lang]}: {title}", BUTTON)
    opens = button(words.OPEN[lang], f"content.open:{n}", entry.id, spoken=spoken)
    return actions(opens) if editing.passed(entry, today) else actions(still, opens)
