"""What organizers see: all surveys with their rounds; and how they write one."""

from sqlalchemy.orm import Session

from bot.core.blocks import (
    BUTTON,
    Block,
    View,
    actions,
    button,
    confirm,
    context,
    cut,
    divider,
    header,
    input_of,
    modal,
    section,
    text_input,
)
from bot.core.moments import Local
from bot.core.texts import LANGUAGE_NAMES, LANGUAGES, Lang, Text, bold, escape
from bot.domain import members
from bot.domain.surveys import ready, waves, writing
from bot.domain.surveys.repeating import Repeat
from bot.domain.surveys.repeating import of as repeats_of
from bot.domain.surveys.tables import Survey, Wave, for_organizer
from bot.domain.surveys.waves import Count
from bot.domain.surveys.writing import LONGEST_TITLE, LONGEST_TYPED, Draft
from bot.slack.context import Ctx
from bot.slack.paging import page
from bot.slack.reply import Reply
from bot.slack.words import CANCEL, SAVE
from handlers.surveys import repeating, template, views, words

SURVEYS = 3  # on one page: each takes nine blocks at most of Slack's fifty
SHOWN, SHOWN_READY = 3, 2  # rounds of each survey


def listing(session: Session, begins: str, lang: Lang, local: Local) -> tuple[list[str], list[Block]]:
    """All surveys, a page at a time, with their rounds."""
    found = page(waves.surveys(session), begins, SURVEYS)
    repeats = repeats_of(session, [survey.id for survey in found.shown])
    lines, blocks = [words.SURVEYS[lang]], [divider(), header(words.SURVEYS[lang])]
    for survey in found.shown:
        said, drawn = _survey(session, survey, repeats.get(survey.id), lang, local)
        lines, blocks = [*lines, *said], [*blocks, *drawn]
    new = [button(words.FROM_2018[lang], "survey.2018"), button(words.NEW[lang], "survey.write")]
    return [*lines, found.place(lang)], [*blocks, *found.blocks(lang, "survey.list"), divider(), actions(*new)]


def _survey(
    session: Session, survey: Survey, repeat: Repeat | None, lang: Lang, local: Local
) -> tuple[list[str], list[Block]]:
    name = survey.named(lang)
    begin = _about(words.BEGIN[lang], "survey.begin", survey.id, name)
    edit = _about(words.EDIT[lang], "survey.write", survey.id, name)
    look = _about(words.PREVIEW[lang], "survey.preview", survey.id, name)
    again = repeating.repeats(repeat, lang, local) if repeat else ""
    blocks = [
        section(f"{bold(name)}\n{again}".strip()),
        actions(begin, edit, look, *repeating.buttons(survey, repeat, lang)),
    ]
    lines = [escape(name), again]
    for one in ready.of(session, survey.id)[:SHOWN_READY]:
        said, row = repeating.is_ready(survey, one, lang)
        lines.append(said)
        blocks += [section(said), row]
    for wave in waves.of_survey(session, survey.id)[:SHOWN]:
        said = _state(wave, waves.count(session, wave), lang, local)
        lines.append(said)
        blocks.append(section(said, _press(wave, lang)))
    return [line for line in lines if line], blocks


def _about(label: str, action: str, about: str, name: str) -> Block:
    """Several stand in one list, so a screen reader says which."""
    return button(label, action, about, spoken=cut(f"{label}: {name}", BUTTON))


def _state(wave: Wave, count: Count, lang: Lang, local: Local) -> str:
    when = words.OPEN_UNTIL(lang, when=local.moment(wave.closes_at, lang))
    shut = words.SHUT[lang] if wave.closed_at else when
    return f"{escape(wave.named(lang))} · {shut}\n{views.counted(count, lang)}"


def _press(wave: Wave, lang: Lang) -> Block:
    if wave.closed_at:
        return _about(words.SHOW[lang], "survey.results", wave.id, wave.named(lang))
    sure = confirm(words.CLOSE_NOW[lang], words.SURE[lang], words.CLOSE_IT[lang], CANCEL[lang])
    return _about(words.CLOSE_NOW[lang], "survey.close", wave.id, wave.named(lang)) | {"confirm": sure}


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
    title, parts = (
        Text(**{each: ctx.fields.get(f"{name}_{each}", "") for each in LANGUAGES}) for name in ("title", "parts")
    )
    draft = _draft(title, parts)
    with ctx.parts.read() as session:
        members.require(session, ctx.person, "organizer")
        faults = [*writing.faults(draft), *writing.taken(session, draft, ctx.data)]
    if faults:
        return Reply.refused(faults, ctx.lang)
    with ctx.once() as session:
        survey = writing.save(session, draft, ctx.data, ctx.person, ctx.now)
    look = actions(button(words.PREVIEW[ctx.lang], "survey.preview", survey.id))
    said = words.SAVED(ctx.lang, name=survey.named(ctx.lang))
    return Reply(update=views.notice(ctx.lang, said, look))
