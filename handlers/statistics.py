"""`/naering statistikk`, for the staff: what every feature counts, never about few persons."""

from collections.abc import Sequence
from datetime import timedelta

from bot.core.blocks import Message, context, section
from bot.core.few import ENOUGH
from bot.core.texts import Text
from bot.slack.context import Ctx
from bot.slack.feature import Feature, Person
from bot.slack.gate import check_staff
from bot.slack.listen import Listen
from bot.slack.reply import Reply

PERIOD = timedelta(days=30)  # as long as names are kept, without which persons cannot be counted

WORD = Text(nb="statistikk", nn="statistikk", en="statistics")
LINE = Text(
    nb="`/naering statistikk` – hva det spørres om, og hva som blir besvart (ansatte)",
    nn="`/naering statistikk` – kva folk spør om, og kva som blir svart på (tilsette)",
    en="`/naering statistics` – what is asked, and what gets answered (staff)",
)
TITLE = Text(nb="De siste 30 dagene", nn="Dei siste 30 dagane", en="The last 30 days")
FEW = Text(
    nb="Tall som gjelder færre enn {enough} personer, er utelatt.",
    nn="Tal som gjeld færre enn {enough} personar, er utelatne.",
    en="Figures about fewer than {enough} people are left out.",
)


def feature(features: Sequence[Feature]) -> Feature:
    counting = [feature.statistics for feature in features if feature.statistics]

    def show(ctx: Ctx) -> Reply:
        check_staff(ctx)
        with ctx.parts.read() as session:
            person = Person(ctx.parts, ctx.person, ctx.lang)
            lines = [line for told in counting for line in told(session, person, ctx.now - PERIOD)]
        said = "\n".join([f"*{TITLE[ctx.lang]}*", *lines])
        note = FEW(ctx.lang, enough=ENOUGH)
        return Reply(private=Message(f"{said}\n{note}", [section(said), context(note)]))

    def register(listen: Listen) -> None:
        listen.command(WORD, show)

    return Feature("statistics", register, menu_for={"staff": (LINE,)})
