"""What is kept about a person, why and how long; and deleting it on request."""

from collections.abc import Callable, Sequence

from sqlalchemy.orm import Session

from bot.core.blocks import Block, Message, actions, button, confirm, modal, section
from bot.core.texts import Lang, Text
from bot.slack.context import Ctx
from bot.slack.feature import Feature, Person
from bot.slack.listen import Listen
from bot.slack.reply import Reply

WORD = Text(nb="personvern", nn="personvern", en="privacy")
TITLE = Text(nb="Personvern", nn="Personvern", en="Privacy")
CLOSE = Text(nb="Lukk", nn="Lukk", en="Close")
KEPT = Text(
    nb="*Hva som lagres:* spørsmålene du stiller meg, hva jeg svarte ut fra, tommelen din og språket du har valgt. "
    "Sender du et spørsmål til en person, lagres det og svaret også.\n"
    "*Hvorfor:* for at du skal få svar, kunne spørre videre og sende spørsmålet til en person, og for at kommunen skal "
    "se hva det mangler svar på.\n"
    "*Hvor lenge:* navnet ditt fjernes fra et spørsmål etter 30 dager. Har du sendt det til en person, fjernes det 30 "
    "dager etter svaret. Meldingene i Slack styres av arbeidsområdets egne regler.\n"
    "*Hva jeg ikke ser:* det folk skriver i kanaler uten å nevne meg.",
    nn="*Kva som blir lagra:* spørsmåla du stiller meg, kva eg svara ut frå, tommelen din og språket du har valt. "
    "Sender du eit spørsmål til ein person, blir det og svaret òg lagra.\n"
    "*Kvifor:* for at du skal få svar, kunne spørje vidare og sende spørsmålet til ein person, og for at kommunen skal "
    "sjå kva det manglar svar på.\n"
    "*Kor lenge:* namnet ditt blir fjerna frå eit spørsmål etter 30 dagar. Har du sendt det til ein person, blir det "
    "fjerna 30 dagar etter svaret. Meldingane i Slack blir styrte av reglane til arbeidsområdet.\n"
    "*Kva eg ikkje ser:* det folk skriv i kanalar utan å nemne meg.",
    en="*What is stored:* the questions you ask me, what I answered from, your thumb and the language you chose. If "
    "you send a question to a person, it and the reply are stored too.\n"
    "*Why:* so that you get answers, can follow up and send the question to a person, and so that the municipality "
    "sees what it lacks answers to.\n"
    "*How long:* your name is removed from a question after 30 days. If you sent it to a person, it is removed 30 days "
    "after the reply. Messages in Slack follow the workspace's own rules.\n"
    "*What I do not see:* what people write in channels without mentioning me.",
)
DELETE = Text(nb="Slett spørsmålene mine", nn="Slett spørsmåla mine", en="Delete my questions")
SURE = Text(
    nb="Alle spørsmål du har stilt, og det du har sendt til en person, slettes hos meg. Et svar som ikke er kommet "
    "ennå, kommer da ikke. Meldingene du ser i Slack, blir stående.",
    nn="Alle spørsmål du har stilt, og det du har sendt til ein person, blir sletta hos meg. Eit svar som ikkje er "
    "komme enno, kjem då ikkje. Meldingane du ser i Slack, blir ståande.",
    en="All the questions you have asked, and what you sent to a person, are deleted here. A reply that has not come "
    "yet will not come then. The messages that you see in Slack stay.",
)
YES = Text(nb="Slett", nn="Slett", en="Delete")
NO = Text(nb="Behold", nn="Behald", en="Keep")
DELETED = Text(
    nb="Ferdig. {count} lagrede rader om deg er slettet.",
    nn="Ferdig. {count} lagra rader om deg er sletta.",
    en="Done. {count} stored rows about you have been deleted.",
)
NONE = Text(nb="Det var ingenting å slette.", nn="Det var ingenting å slette.", en="There was nothing to delete.")

Forget = Callable[[Session, str], int]


def feature(forgetters: Sequence[Forget]) -> Feature:
    """`forgetters`: how each feature deletes what it keeps about a person."""

    def delete(ctx: Ctx) -> Reply:
        with ctx.once() as session:
            count = sum(forget(session, ctx.person) for forget in forgetters)
        said = DELETED(ctx.lang, count=count) if count else NONE[ctx.lang]
        if ctx.view_id:
            return Reply(update=modal("notice", TITLE[ctx.lang], [section(said)], close=CLOSE[ctx.lang]))
        return Reply(private=Message(said))

    def register(listen: Listen) -> None:
        listen.command(WORD, show)
        listen.action("privacy.show", show)
        listen.action("privacy.delete", delete)

    return Feature(register, home=home)


def show(ctx: Ctx) -> Reply:
    if ctx.kind == "command":
        return Reply(private=Message(KEPT[ctx.lang], _blocks(ctx.lang)))
    return Reply(open=modal("notice", TITLE[ctx.lang], _blocks(ctx.lang), close=CLOSE[ctx.lang]))


def home(_session: Session, person: Person) -> list[Block]:
    return [actions(button(TITLE[person.lang], "privacy.show"))]


def _blocks(lang: Lang) -> list[Block]:
    sure = confirm(DELETE[lang], SURE[lang], YES[lang], NO[lang])
    delete = button(DELETE[lang], "privacy.delete", style="danger") | {"confirm": sure}
    return [section(KEPT[lang]), actions(delete)]
