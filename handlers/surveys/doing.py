"""«Dette gjør vi»: the form that an organizer fills in, and how it reads in a message and with the results."""

from bot.core.blocks import Block, Message, View, actions, button, context, input_of, modal, plain, section, text_input
from bot.core.moments import Local, day
from bot.core.texts import LANGUAGE_NAMES, LANGUAGES, Lang, bold, escape
from bot.domain.surveys import asking, doing
from bot.domain.surveys.doing import DOING, LONGEST, LONGEST_ROLE, Doing
from bot.domain.surveys.tables import Wave
from bot.slack.context import Ctx
from bot.slack.push import opt_out
from bot.slack.reply import Reply
from bot.slack.words import CANCEL, FALLS_BACK, SAVE, SEND
from handlers.surveys import doing_words, views, words


def write(ctx: Ctx) -> Reply:
    with ctx.parts.read() as session:
        wave = doing.closed(session, ctx.value, ctx.person)
        before = doing.of(session, [wave.id]).get(wave.id)
        count = asking.reach(session, wave, DOING)
    said = doing_words.CORRECTION[ctx.lang] if before else doing_words.WHO(ctx.lang, count)
    return Reply(open=_form(wave, before, said, ctx.lang))


def _form(wave: Wave, before: Doing | None, said: str, lang: Lang) -> View:
    role: Block = {"type": "plain_text_input", "action_id": "role", "max_length": LONGEST_ROLE}
    role |= {"initial_value": before.role} if before else {}
    blocks = [
        section(bold(wave.named(lang))),
        *(_text(each, before, lang) for each in LANGUAGES),
        input_of("role", doing_words.ROLE[lang], role, hint=doing_words.ROLE_HINT[lang]),
        context(said),
    ]
    submit = (SAVE if before else SEND)[lang]
    title = doing_words.DOING[lang]
    return modal("survey.doing", title, blocks, submit=submit, close=CANCEL[lang], data=wave.id)


def _text(each: Lang, before: Doing | None, lang: Lang) -> Block:
    label = doing_words.TEXT(lang, language=LANGUAGE_NAMES[each][lang])
    typed = text_input(f"text_{each}", label, initial=before.text.get(each, "") if before else "", longest=LONGEST)
    hint = (doing_words.HINT if each == "nb" else FALLS_BACK)[lang]
    return typed | {"optional": each != "nb", "hint": plain(hint)}


def save(ctx: Ctx) -> Reply:
    texts: dict[str, str] = {each: ctx.fields.get(f"text_{each}", "") for each in LANGUAGES}
    role = ctx.fields.get("role", "")
    with ctx.parts.read() as session:
        wave = doing.closed(session, ctx.data, ctx.person)
    if faults := list(doing.faults(texts, role)):
        return Reply.refused(faults, ctx.lang)
    with ctx.once() as session:
        new = doing.write(session, wave.id, texts, role, ctx.person, ctx.now)
    said = doing_words.SENT(ctx.lang, name=wave.named(ctx.lang)) if new else doing_words.CORRECTED[ctx.lang]
    return Reply(update=views.notice(ctx.lang, said))


def told(wave: Wave, what: Doing, lang: Lang, local: Local) -> Message:
    """The message to those who answered."""
    thanks = doing_words.TOLD(lang, name=wave.named(lang))
    lines, blocks = stands(what, lang, local)
    show = button(words.SHOW[lang], "survey.results", wave.id)
    return Message("\n".join([thanks, *lines]), [section(thanks), *blocks, actions(show), opt_out("survey", lang)])


def stands(what: Doing, lang: Lang, local: Local) -> tuple[list[str], list[Block]]:
    """With its heading, and below it who says it and since when."""
    said, signed = f"*{doing_words.DOING[lang]}*\n{escape(what.said(lang))}", _signed(what, lang, local)
    return [said, signed], [section(said), context(signed)]


def _signed(what: Doing, lang: Lang, local: Local) -> str:
    days = [day(at.astimezone(local.zone).date(), lang) if at else "" for at in (what.at, what.changed_at)]
    return (doing_words.SIGNED_ANEW if what.changed_at else doing_words.SIGNED)(
        lang, role=what.role, day=days[0], changed=days[1]
    )
