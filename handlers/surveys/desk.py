"""What organizers see and do: write a survey, begin a round, follow it, close it."""

from collections.abc import Mapping, Sequence
from datetime import datetime, time, timedelta

from sqlalchemy.orm import Session

from bot.core.blocks import (
    Block,
    Message,
    View,
    actions,
    button,
    confirm,
    context,
    divider,
    header,
    input_of,
    modal,
    options,
    plain,
    section,
    text_input,
)
from bot.core.moments import Local
from bot.core.texts import LANGUAGE_NAMES, LANGUAGES, Lang, Text, bold, escape
from bot.domain import members
from bot.domain.answers.sealing import Keys
from bot.domain.companies.rows import everyone
from bot.domain.surveys import closing, waves, writing
from bot.domain.surveys.tables import Survey, Wave, find, for_organizer
from bot.domain.surveys.waves import Count
from bot.domain.surveys.writing import LONGEST_TITLE, LONGEST_TYPED, Draft
from bot.slack.context import Ctx, picked_time
from bot.slack.reply import Reply
from bot.slack.words import CANCEL, SAVE, SEND
from handlers.surveys import telling, template, views, words

SHOWN = 3  # rounds of each survey in the list
IN_A_GROUP = 100  # companies; Slack's limit
USUAL_DAYS, USUAL_TIME = 21, time(15)


def listing(
    found: Sequence[tuple[Survey, list[Wave]]], counts: Mapping[str, Count], lang: Lang, local: Local
) -> tuple[list[str], list[Block]]:
    lines, blocks = [words.SURVEYS[lang]], [divider(), header(words.SURVEYS[lang])]
    for survey, rounds in found:
        title = escape(survey.title.get(lang) or survey.title["nb"])
        lines.append(title)
        edit = button(words.EDIT[lang], "survey.write", survey.id)
        blocks += [section(f"*{title}*"), actions(button(words.BEGIN[lang], "survey.begin", survey.id), edit)]
        for wave in rounds[:SHOWN]:
            said = _state(wave, counts[wave.id], lang, local)
            lines.append(said)
            blocks += [section(said), actions(_press(wave, lang))]
    new = [button(words.FROM_2018[lang], "survey.2018"), button(words.NEW[lang], "survey.write")]
    return lines, [*blocks, divider(), actions(*new)]


def _state(wave: Wave, count: Count, lang: Lang, local: Local) -> str:
    when = words.OPEN_UNTIL(lang, when=local.moment(wave.closes_at, lang))
    shut = words.SHUT[lang] if wave.closed_at else when
    return f"{escape(wave.named(lang))} · {shut}\n{counted(count, lang)}"


def counted(count: Count, lang: Lang) -> str:
    told = {"invited": count.invited, "told": count.told, "answered": count.answered, "rate": count.rate}
    alone = f"\n{words.UNREACHABLE(lang, count=count.unreachable)}" if count.unreachable else ""
    return words.STATE(lang, **told) + alone


def _press(wave: Wave, lang: Lang) -> Block:
    if wave.closed_at:
        return button(words.SHOW[lang], "survey.results", wave.id)
    sure = confirm(words.CLOSE_NOW[lang], words.SURE[lang], words.CLOSE_IT[lang], CANCEL[lang])
    return button(words.CLOSE_NOW[lang], "survey.close", wave.id) | {"confirm": sure}


# --- writing ---


def write(ctx: Ctx) -> Reply:
    """An empty form, or the survey as it was written."""
    with ctx.parts.read() as session:
        members.require(session, ctx.person, "organizer")
        survey = for_organizer(session, ctx.value, ctx.person) if ctx.value else None
    draft = Draft(survey.title, survey.typed) if survey else Draft({}, {})
    return Reply(open=_form(draft, survey.id if survey else "", ctx.lang))


def from_2018(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        members.require(session, ctx.person, "organizer")
    return Reply(open=_form(_draft(template.NAME, template.PARTS), "", ctx.lang))


def _draft(title: Text, parts: Text) -> Draft:
    return Draft({each: title[each] for each in LANGUAGES}, {each: parts[each] for each in LANGUAGES})


def _form(draft: Draft, survey_id: str, lang: Lang) -> View:
    blocks = [context(words.HOW[lang])]
    for each in LANGUAGES:
        name, optional = LANGUAGE_NAMES[each][lang], {"optional": each != "nb"}
        title: Block = {"type": "plain_text_input", "action_id": "title", "max_length": LONGEST_TITLE}
        title |= {"initial_value": draft.title[each]} if draft.title.get(each) else {}
        label = words.PARTS(lang, language=name)
        typed = text_input(f"parts_{each}", label, initial=draft.typed.get(each, ""), longest=LONGEST_TYPED)
        blocks += [input_of(f"title_{each}", words.NAME(lang, language=name), title) | optional, typed | optional]
    return modal("survey.save", words.TITLE[lang], blocks, submit=SAVE[lang], close=CANCEL[lang], data=survey_id)


def save(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        members.require(session, ctx.person, "organizer")
    title, parts = (
        Text(**{each: ctx.fields.get(f"{name}_{each}", "") for each in LANGUAGES}) for name in ("title", "parts")
    )
    draft = _draft(title, parts)
    if faults := list(writing.faults(draft)):
        return Reply.refused(faults, ctx.lang)
    with ctx.once() as session:
        survey = writing.save(session, draft, ctx.data, ctx.person, ctx.now)
    title = survey.title.get(ctx.lang) or survey.title["nb"]
    return Reply(update=views.notice(ctx.lang, words.SAVED(ctx.lang, name=escape(title))))


# --- a round ---


def begin(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        survey = for_organizer(session, ctx.value, ctx.person)
        known = [(one.id, one.name) for one in everyone(session)]
    lang, local = ctx.lang, ctx.local
    closes = datetime.combine(local.today + timedelta(days=USUAL_DAYS), USUAL_TIME, local.zone)
    picker: Block = {"type": "datetimepicker", "action_id": "at", "initial_date_time": int(closes.timestamp())}
    name: Block = {"type": "plain_text_input", "action_id": "name", "max_length": waves.LONGEST_NAME}
    blocks = [
        section(bold(survey.title.get(lang) or survey.title["nb"])),
        input_of("name", words.ROUND[lang], name),
        *([_companies(known, lang)] if known else []),
        input_of("closes", words.CLOSES[lang], picker),
        context(words.REMINDERS[lang]),
        context(words.PROMISE[lang]),
    ]
    title = words.BEGIN[lang]
    return Reply(open=modal("survey.begin", title, blocks, submit=SEND[lang], close=CANCEL[lang], data=survey.id))


def _companies(known: list[tuple[str, str]], lang: Lang) -> Block:
    groups = [known[n : n + IN_A_GROUP] for n in range(0, len(known), IN_A_GROUP)]
    labels = [plain(f"{group[0][1][:30]} – {group[-1][1][:30]}") for group in groups]
    offered = [{"label": label, "options": options(group)} for label, group in zip(labels, groups, strict=True)]
    choices: Block = {"option_groups": offered} if len(groups) > 1 else {"options": options(known)}
    menu: Block = {"type": "multi_static_select", "action_id": "companies"} | choices
    return input_of("companies", words.COMPANIES[lang], menu, optional=True, hint=words.ALL[lang])


def start(ctx: Ctx) -> Reply:
    settings, quiet = ctx.parts.settings, ctx.parts.quiet
    chosen, closes = ctx.fields.get("companies", "").split(), picked_time(ctx.fields.get("closes", ""))
    plan = waves.Plan(ctx.fields.get("name", ""), chosen, closes, settings.poll_enough)
    with ctx.parts.read() as session:
        survey = for_organizer(session, ctx.data, ctx.person)
        if faults := list(waves.faults(session, survey, plan, ctx.now)):
            where = {"companies"} & {fault.field for fault in faults} and not everyone(session)
            if where:  # there is no such field where there are no companies
                raise next(fault for fault in faults if fault.field == "companies")
            return Reply.refused(faults, ctx.lang)
    with ctx.once() as session:
        survey = for_organizer(session, ctx.data, ctx.person)
        wave = waves.begin(session, Keys(settings), survey, plan, ctx.person, ctx.now, quiet)
        state = counted(waves.count(session, wave), ctx.lang)
    when = ctx.local.moment(wave.closes_at, ctx.lang)
    said = words.BEGUN(ctx.lang, name=escape(wave.named(ctx.lang)), when=when, state=state)
    return Reply(update=views.notice(ctx.lang, said))


def close(ctx: Ctx) -> Reply:
    with ctx.once() as session:
        closed = closing.close_by(session, Keys(ctx.parts.settings), ctx.value, ctx.person, ctx.now)
        if closed:
            telling.announce(ctx.parts, session, closed)
        said = _closed(session, closed or find(session, ctx.value), ctx.lang)
    return Reply(private=Message(said))


def _closed(session: Session, wave: Wave, lang: Lang) -> str:
    return words.CLOSED(lang, name=escape(wave.named(lang)), state=counted(waves.count(session, wave), lang))
