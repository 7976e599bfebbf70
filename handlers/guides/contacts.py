"""«Finn rett kontakt»: a form of topic and area, and to whom to turn to, with the steps of the matter."""

from collections.abc import Iterable

from bot.core.blocks import Message, View, actions, button, context, input_of, modal, section, select
from bot.core.errors import UserError
from bot.core.texts import Lang, bold, escape
from bot.slack.citations import contact_line, sources_line
from bot.slack.example import true
from bot.slack.words import CANCEL, CLOSE, PICK
from handlers.guides import words
from knowledge import routes
from knowledge.compose import first_sentence
from knowledge.entry import Entry, Process
from knowledge.library import Library
from knowledge.routes import Matter, Route
from knowledge.vocabulary import vocabulary

EVERYWHERE = "-"


def form(lang: Lang, library: Library) -> View:
    offered = sorted((_offered(matter, lang) for matter in routes.matters(library)), key=lambda one: one[1].lower())
    areas = routes.areas(library.entries.values())
    places = [(EVERYWHERE, words.NO_AREA[lang]), *((area.id, area.title[lang]) for area in areas)]
    blocks = [
        input_of("topic", words.TOPIC[lang], select("topic", PICK[lang], offered)),
        input_of("area", words.AREA[lang], select("area", PICK[lang], places, EVERYWHERE)),
    ]
    title, close = words.CONTACT[lang], CANCEL[lang]
    return modal("contact.show", title, blocks, submit=words.SHOW[lang], close=close)


def _offered(matter: Matter, lang: Lang) -> tuple[str, str, str]:
    """Its value, its topics, and what it is about in the words of a question."""
    names = (named(matter.topics[0], lang), *(vocabulary().names[topic][lang] for topic in matter.topics[1:]))
    return matter.topics[0], ", ".join(names), matter.about.question[lang]


def named(topic: str, lang: Lang) -> str:
    name = vocabulary().names[topic][lang]
    return name[0].upper() + name[1:]


def find(topic: str, area: str, library: Library) -> Route:
    """Refused where no topic was chosen, or nobody is known for it."""
    if topic not in vocabulary().names:
        raise UserError(words.PICK_TOPIC, field="topic")
    found = routes.route(topic, area, library)
    if found is None:
        raise UserError(words.NOBODY, field="topic")
    return found


def shown(lang: Lang, topic: str, found: Route) -> View:
    """The result in the form's place; who wants to keep it need not read to its end to send it to themselves."""
    keep = actions(button(words.SEND_ME[lang], "contact.send", style="primary"))
    data = f"{topic}\n{found.area.id if found.area else EVERYWHERE}"
    blocks = [keep, *result(lang, topic, found).blocks]
    return modal("notice", words.CONTACT[lang], blocks, close=CLOSE[lang], data=data)


def result(lang: Lang, topic: str, found: Route) -> Message:
    paragraphs = ["\n".join(lines) for lines in _paragraphs(lang, topic, found)]
    cited = sources_line([each for each in (found.contact, found.procedure, found.area) if each], lang)
    blocks = [*(section(paragraph) for paragraph in paragraphs), context(cited)]
    return Message("\n\n".join([*paragraphs, cited]), true(blocks))


def _paragraphs(lang: Lang, topic: str, found: Route) -> Iterable[list[str]]:
    yield [f"*{_heading(lang, topic, found)}*", _fact(found.contact, lang), contact_line(found.contact, lang)]
    if found.procedure and found.procedure.process:
        yield from _process(lang, found.procedure.process)
    elif found.procedure:
        yield [_fact(found.procedure, lang)]
    if found.area:
        yield [bold(found.area.title[lang]), _fact(found.area, lang)]


def _heading(lang: Lang, topic: str, found: Route) -> str:
    area = found.area.title[lang] if found.area else words.NO_AREA[lang]
    return words.HEADING(lang, topic=named(topic, lang), area=area)


def _process(lang: Lang, process: Process) -> Iterable[list[str]]:
    steps = [f"{number}. {escape(step[lang])}" for number, step in enumerate(process.steps, start=1)]
    yield [f"*{words.STEPS[lang]}*", *steps]
    if process.ready:
        yield [f"*{words.READY[lang]}*", *(f"• {escape(each[lang])}" for each in process.ready)]
    if process.time:
        yield [words.TIME(lang, time=process.time[lang])]


def _fact(entry: Entry, lang: Lang) -> str:
    return escape(first_sentence(entry.text)[lang])
