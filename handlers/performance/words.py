"""The words of the public page; figures are named as bot.domain.performance keeps them."""

from dataclasses import dataclass

from bot.core.texts import Text

TITLE = Text(nb="Hvor raskt Næringsbot svarer", nn="Kor raskt Næringsbot svarer", en="How fast Næringsbot answers")
INTRO = Text(
    nb="Næringsbot svarer på spørsmål om næringsliv i Slack, minner om arrangementer og spør hva folk mener. Her står "
    "hvordan det går, dag for dag.",
    nn="Næringsbot svarer på spørsmål om næringsliv i Slack, minner om arrangement og spør kva folk meiner. Her står "
    "korleis det går, dag for dag.",
    en="Næringsbot answers questions about business in Slack, reminds people of events and asks what they think. Here "
    "is how it is doing, day by day.",
)
SKIP = Text(nb="Hopp til innholdet", nn="Hopp til innhaldet", en="Skip to the content")
DAY = Text(nb="Dag", nn="Dag", en="Day")
TODAY = Text(nb="I dag", nn="I dag", en="Today")
NOTHING = Text(
    nb="Ingenting de siste {days} dagene.",
    nn="Ingenting dei siste {days} dagane.",
    en="Nothing in the last {days} days.",
)
FEW = Text(nb="under {count}", nn="under {count}", en="under {count}")
COUNTING = Text(nb="Slik teller vi", nn="Slik tel vi", en="How we count")
HOW = (
    Text(
        nb="Tiden går fra noe var klart til å sendes, til Slack hadde tatt imot det. «50 % innen 0,1 s» betyr at "
        "halvparten av meldingene den dagen brukte høyst så lang tid.",
        nn="Tida går frå noko var klart til å sendast, til Slack hadde teke imot det. «50 % innan 0,1 s» vil seie at "
        "halvparten av meldingane den dagen brukte høgst så lang tid.",
        en="Time runs from when something was ready to be sent until Slack had taken it. “50% within 0.1 s” means that "
        "half of that day's messages took no longer than this.",
    ),
    Text(
        nb="Meldinger til mange sendes litt om gangen, slik Slack krever, og derfor tar de lengre tid enn svar.",
        nn="Meldingar til mange blir sende litt om gongen, slik Slack krev, og difor tek dei lengre tid enn svar.",
        en="Messages to many people leave a few at a time, as Slack requires, so they take longer than answers.",
    ),
    Text(
        nb="En påminnelse er i tide når Slack hadde den innen et kvarter etter tiden den var planlagt til.",
        nn="Ei påminning er i tide når Slack hadde ho innan eit kvarter etter tida ho var planlagd til.",
        en="A reminder is in time when Slack had it within a quarter of an hour of the time it was planned for.",
    ),
    Text(
        nb="Tallene sier ingenting om enkeltpersoner: antall under {few} vises ikke, og da vises heller ikke tidene.",
        nn="Tala seier ingenting om enkeltpersonar: tal under {few} blir ikkje viste, og då heller ikkje tidene.",
        en="The figures tell nothing about any person: numbers below {few} are not shown, nor are their times.",
    ),
)

SECONDS = Text(nb="{value} s", nn="{value} s", en="{value} s")
MINUTES = Text(nb="{value} min", nn="{value} min", en="{value} min")
HOURS = Text(nb="{value} t", nn="{value} t", en="{value} h")

WITHIN = Text(nb="{percent} % innen", nn="{percent} % innan", en="{percent}% within")
SENT = Text(nb="Sendt", nn="Sende", en="Sent")


@dataclass(frozen=True)
class Table:
    """One part of the page. `columns`: names of figures, with what stands above them; times are named `…_p95`."""

    name: str
    title: Text
    columns: tuple[tuple[str, Text], ...]


TIMES = ("_p50", "_p95", "_p99")


def _times(name: str) -> tuple[tuple[str, Text], ...]:
    return ((name, SENT), *((f"{name}{percent}", WITHIN) for percent in TIMES))


TABLES = (
    Table("answers", Text(nb="Svar", nn="Svar", en="Answers"), _times("answers")),
    Table(
        "questions",
        Text(nb="Spørsmål", nn="Spørsmål", en="Questions"),
        (
            ("answered", Text(nb="Fikk svar", nn="Fekk svar", en="Answered")),
            ("choose", Text(nb="Boten spurte tilbake", nn="Boten spurde tilbake", en="The bot asked back")),
            ("refused", Text(nb="Boten visste ikke", nn="Boten visste ikkje", en="The bot did not know")),
        ),
    ),
    Table(
        "others",
        Text(nb="Andre meldinger", nn="Andre meldingar", en="Other messages"),
        (*_times("others"), ("undelivered", Text(nb="Kom ikke fram", nn="Kom ikkje fram", en="Not delivered"))),
    ),
    Table(
        "reminders",
        Text(nb="Påminnelser", nn="Påminningar", en="Reminders"),
        (
            ("reminders", Text(nb="Planlagt", nn="Planlagde", en="Planned")),
            ("in_time", Text(nb="Kom i tide", nn="Kom i tide", en="In time")),
        ),
    ),
    Table(
        "polls",
        Text(nb="Målinger", nn="Målingar", en="Polls"),
        (
            ("polls", Text(nb="Avsluttet", nn="Avslutta", en="Closed")),
            ("turnout", Text(nb="Svar i alt", nn="Svar i alt", en="Answers in all")),
        ),
    ),
)
