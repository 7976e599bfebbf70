"""After a visit: the staff write notes and promises, close them, and see the visits of each year."""

from datetime import date

from bot.core.blocks import Message, actions, button, section
from bot.core.texts import Lang, Text, escape
from bot.domain import audit, members
from bot.domain.companies.rows import TRAITS, label
from bot.domain.visits import promises, report
from bot.domain.visits.promises import Given
from bot.domain.visits.report import Year
from bot.domain.visits.rows import whole
from bot.slack.context import Ctx
from bot.slack.files import METHOD
from bot.slack.once import hashed
from bot.slack.paging import page
from bot.slack.reply import Reply
from bot.slack.results.sheets import Table, csv_file
from handlers.visits import promise_views, staff_views, staff_words, telling
from handlers.visits import promise_words as words
from scheduler.outbox import ANSWER, Outgoing, enqueue


def open_notes(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        members.require(session, ctx.person, "staff")
        return Reply(open=promise_views.notes_form(ctx.lang, whole(session, ctx.value)))


def write_notes(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        promises.write_notes(session, ctx.person, ctx.data, ctx.fields.get("notes", ""), ctx.now)
    return _said(ctx, staff_words.SAVED)


def not_held(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        promises.not_held(session, ctx.person, ctx.value, ctx.now)
    return Reply(private=Message(staff_words.BACK_IN_QUEUE[ctx.lang]))


# --- promises ---


def listing(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        members.require(session, ctx.person, "staff")
        found = promises.open_ones(session)
        named = [(promise, whole(session, promise.visit).names) for promise in found]
    shown = page(named, ctx.value, staff_views.SHOWN)
    return Reply(private=promise_views.listing(ctx.lang, shown, ctx.local), instead=True)


def open_new(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        members.require(session, ctx.person, "staff")
        return Reply(open=promise_views.form(ctx.lang, whole(session, ctx.value)))


def give(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        promises.give(session, ctx.person, ctx.data, _given(ctx), ctx.now, ctx.parts.quiet)
    return _said(ctx, words.GIVEN)


def open_change(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        promise = promises.for_staff(session, ctx.person, ctx.value)
        return Reply(open=promise_views.form(ctx.lang, whole(session, promise.visit), promise))


def change(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        promises.change(session, ctx.person, ctx.data, _given(ctx), ctx.now, ctx.parts.quiet)
    return _said(ctx, staff_words.SAVED)


def _given(ctx: Ctx) -> Given:
    typed, role, owner = (ctx.fields.get(name, "") for name in ("words", "role", "owner"))
    try:
        due_on = date.fromisoformat(ctx.fields.get("due_on", ""))
    except ValueError:
        due_on = None
    return Given(typed, role, owner, due_on)


def open_close(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        promise = promises.for_staff(session, ctx.person, ctx.value)
        form = promise_views.close_form(ctx.lang, whole(session, promise.visit), promise, ctx.local)
    return Reply(open=form)


def close(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        promise = promises.close(session, ctx.person, ctx.data, ctx.fields.get("outcome", ""), ctx.now)
        telling.promise_kept(ctx.parts, session, promise, ctx.now)
    return _said(ctx, words.CLOSED)


def _said(ctx: Ctx, said: Text) -> Reply:
    return Reply(update=staff_views.notice(ctx.lang, said[ctx.lang]))


# --- the report ---


def years(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        found = report.years(session, ctx.person, ctx.parts.quiet.zone)
    lang = ctx.lang
    lines = [_year(ctx, one) for one in found] or [words.NO_YEARS[lang]]
    row = [button("CSV", "visit.csv")] if found else []
    below = actions(*row, button(staff_words.BACK[lang], "visit.queue"))
    return Reply(private=Message("\n".join(lines), [*(section(line) for line in lines[:40]), below]), instead=True)


def _year(ctx: Ctx, one: Year) -> str:
    lang = ctx.lang
    by_area, by_size = (
        ", ".join(f"{escape(name)} {count}" for name, count in _groups(ctx, trait, one)) for trait in ("area", "size")
    )
    return "\n".join(
        [
            words.YEAR(lang, year=one.year, visits=one.visits, companies=one.companies),
            words.BY_AREA[lang].format(counts=by_area),
            words.BY_SIZE[lang].format(counts=by_size),
            words.KEPT(lang, kept=one.kept, left=one.left),
        ]
    )


def _groups(ctx: Ctx, trait: str, one: Year) -> list[tuple[str, int]]:
    """The most first."""
    counted = one.areas if trait == "area" else one.sizes
    known = staff_views.areas(ctx.parts)
    return [(label(trait, group, known)[ctx.lang], count) for group, count in counted.most_common()]


def as_csv(ctx: Ctx) -> Reply:
    """The file goes to the person of the staff alone."""
    lang = ctx.lang
    with ctx.once() as session:
        found = report.years(session, ctx.person, ctx.parts.quiet.zone)
        table: Table = [[words.COLUMNS[name][lang] for name in ("year", "split", "group", "count")]]
        for one in found:
            table += _rows(ctx, one, lang)
        file = {"filename": "besok.csv", "title": staff_words.YEARS[lang], "text": words.FILE[lang]}
        payload = file | csv_file({staff_words.YEARS[lang]: table})
        enqueue(session, Outgoing(f"visit:csv:{hashed(ctx.keys[0])}", ctx.person, payload, METHOD, priority=ANSWER))
        audit.note(session, ctx.now, who=ctx.person, what="visits exported", about="visits")
    return Reply(private=Message(words.FILE_SENT[lang]))


def _rows(ctx: Ctx, one: Year, lang: Lang) -> Table:
    rows: Table = [[one.year, words.VISITS[lang], "", one.visits], [one.year, words.COMPANIES[lang], "", one.companies]]
    for trait in ("area", "size"):
        rows += [[one.year, TRAITS[trait][lang], name, count] for name, count in _groups(ctx, trait, one)]
    kept: Table = [[one.year, words.PROMISES[lang], words.PROMISES_KEPT[lang], one.kept]]
    return [*rows, *kept, [one.year, words.PROMISES[lang], words.PROMISES_LEFT[lang], one.left]]
