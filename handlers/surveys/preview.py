"""A survey as those who answer will see it, part by part and in each language; nothing of it is stored."""

from bot.core.blocks import View, actions, button, context, modal
from bot.core.texts import LANGUAGE_NAMES, LANGUAGES, Lang
from bot.domain.surveys import writing
from bot.domain.surveys.tables import Part, Survey, for_organizer
from bot.domain.surveys.writing import Draft
from bot.slack.context import Ctx
from bot.slack.reply import Reply
from bot.slack.words import BACK, CLOSE
from handlers.surveys import views, words

NEXT, PREVIOUS = "next", "previous"


def show(ctx: Ctx) -> Reply:
    """Over the form or window where it was pressed, which stays."""
    with ctx.parts.read() as session:
        survey = for_organizer(session, ctx.value, ctx.person)
    view = _view(survey, 0, ctx.lang, ctx.lang)
    return Reply(push=view) if ctx.view_id else Reply(open=view)


def done(_ctx: Ctx) -> Reply:
    """What was filled in is dropped, and the window closes."""
    return Reply()


def turn(ctx: Ctx) -> Reply:
    """The next part or the one before, whether or not something was filled in."""
    survey, number, shown = _place(ctx)
    to = number + (1 if ctx.value == NEXT else -1)
    return Reply(update=_view(survey, min(max(0, to), len(_parts(survey)) - 1), shown, ctx.lang))


def speak(ctx: Ctx) -> Reply:
    """The same part in another language."""
    survey, number, _ = _place(ctx)
    return Reply(update=_view(survey, number, _lang(ctx.value), ctx.lang))


def _place(ctx: Ctx) -> tuple[Survey, int, Lang]:
    survey_id, _, rest = ctx.data.partition(" ")
    number, _, shown = rest.partition(" ")
    with ctx.parts.read() as session:
        survey = for_organizer(session, survey_id, ctx.person)
    most = len(_parts(survey)) - 1
    return survey, min(int(number), most) if number.isdecimal() and len(number) < 3 else 0, _lang(shown)


def _lang(named: str) -> Lang:
    return next((lang for lang in LANGUAGES if lang == named), "nb")


def _parts(survey: Survey) -> list[Part]:
    return writing.parts(Draft(survey.title, survey.typed))


def _view(survey: Survey, number: int, shown: Lang, lang: Lang) -> View:
    """`shown`: the language of the survey; `lang`: that of the organizer."""
    parts = _parts(survey)
    others = [button(LANGUAGE_NAMES[one][lang], f"survey.speak:{one}", one) for one in LANGUAGES if one != shown]
    back = [button(BACK[shown], f"survey.turn:{PREVIOUS}", PREVIOUS)] if number else []
    on = [button(words.NEXT[shown], f"survey.turn:{NEXT}", NEXT)] if number < len(parts) - 1 else []
    lacks = [] if shown in survey.typed else [context(words.LACKS(lang, language=LANGUAGE_NAMES[shown][lang]))]
    blocks = [
        context(words.PREVIEWED[lang]),
        *lacks,
        *views.part(survey.named(shown), parts, number, {}, shown),
        actions(*back, *on, *others),
    ]
    data = f"{survey.id} {number} {shown}"
    return modal(
        "survey.preview",
        words.PREVIEW_TITLE[lang],
        blocks,
        submit=words.DONE_LOOKING[lang],
        close=CLOSE[lang],
        data=data,
    )
