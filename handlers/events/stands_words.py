"""The words around stands at an expo."""

from bot.core.texts import Text

STAND = Text(nb="Stand", nn="Stand", en="Stand")
STANDS = Text(nb="Stander", nn="Standar", en="Stands")
ASK = Text(nb="Be om stand", nn="Be om stand", en="Ask for a stand")
FOR = Text(
    nb="Stand for {company} på «{title}».",
    nn="Stand for {company} på «{title}».",
    en="Stand for {company} at “{title}”.",
)
NEEDS = Text(nb="Hva trenger dere?", nn="Kva treng de?", en="What do you need?")
NEEDS_HINT = Text(
    nb="For eksempel strøm, bord eller hvor mye plass.",
    nn="Til dømes straum, bord eller kor mykje plass.",
    en="Power, tables or how much space, for example.",
)
STATES = {
    "asked": Text(nb="Venter på svar", nn="Ventar på svar", en="Waiting for an answer"),
    "given": Text(nb="Tildelt: {place}", nn="Tildelt: {place}", en="Given: {place}"),
    "declined": Text(nb="Avslått", nn="Avslått", en="Declined"),
}
ASKS = Text(
    nb="{company} ber om stand på «{title}», og trenger:",
    nn="{company} ber om stand på «{title}», og treng:",
    en="{company} asks for a stand at “{title}”, and needs:",
)
NEEDS_ELSE = Text(
    nb="{company}, som har stand på «{title}», trenger nå:",
    nn="{company}, som har stand på «{title}», treng no:",
    en="{company}, which has a stand at “{title}”, now needs:",
)
REMINDED = Text(nb="Standen deres: {place}", nn="Standen dykkar: {place}", en="Your stand: {place}")
SENT = Text(
    nb="Ønsket er sendt. Du får beskjed når arrangøren har svart.",
    nn="Ønsket er sendt. Du får melding når arrangøren har svart.",
    en="Your wish is sent. You are told when the organizer has answered.",
)
NONE = Text(
    nb="Ingen har bedt om stand ennå.", nn="Ingen har bede om stand enno.", en="Nobody has asked for a stand yet."
)
ANSWER = Text(nb="Svar", nn="Svar", en="Answer")
PLACE = Text(nb="Plass", nn="Plass", en="Place")
DECISION = Text(nb="Svar", nn="Svar", en="Answer")
DECISIONS = {
    "given": Text(nb="Gi stand", nn="Gi stand", en="Give a stand"),
    "declined": Text(nb="Avslå", nn="Avslå", en="Decline"),
}
DECIDED = Text(
    nb="Svaret er lagret, og bedriften får beskjed.",
    nn="Svaret er lagra, og bedrifta får melding.",
    en="The answer is saved, and the company is told.",
)
TOLD = {
    "given": Text(
        nb="Dere har fått stand på «{title}». Plass: {place}",
        nn="De har fått stand på «{title}». Plass: {place}",
        en="You have been given a stand at “{title}”. Place: {place}",
    ),
    "declined": Text(
        nb="Dere fikk dessverre ikke stand på «{title}».",
        nn="De fekk diverre ikkje stand på «{title}».",
        en="Unfortunately you were not given a stand at “{title}”.",
    ),
}
