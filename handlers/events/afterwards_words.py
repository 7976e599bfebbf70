"""The words after an event."""

from bot.core.few import ENOUGH
from bot.core.texts import Text

THANKS = Text(
    nb="Takk for at du var med på «{title}»!",
    nn="Takk for at du var med på «{title}»!",
    en="Thank you for taking part in “{title}”!",
)
THANKS_FOR_SIGNING_UP = Text(
    nb="Takk for at du meldte deg på «{title}»! Var du der, vil vi gjerne høre hva du syntes.",
    nn="Takk for at du melde deg på «{title}»! Var du der, vil vi gjerne høyre kva du syntest.",
    en="Thank you for signing up for “{title}”! If you were there, we would like to hear what you thought.",
)
QUESTIONS = {
    "useful": Text(
        nb="Hvor nyttig var det, fra 1 (lite) til 5 (svært)?",
        nn="Kor nyttig var det, frå 1 (lite) til 5 (svært)?",
        en="How useful was it, from 1 (little) to 5 (very)?",
    ),
    "again": Text(
        nb="Kommer du på noe lignende igjen?",
        nn="Kjem du på noko liknande att?",
        en="Would you come to one like it again?",
    ),
}
ANSWERS = {
    **{number: Text(nb=number, nn=number, en=number) for number in ("1", "2", "3", "4", "5")},
    "yes": Text(nb="Ja", nn="Ja", en="Yes"),
    "maybe": Text(nb="Kanskje", nn="Kanskje", en="Maybe"),
    "no": Text(nb="Nei", nn="Nei", en="No"),
}
PROMISE = Text(
    nb=f"Svarene telles uten navn, og vises bare når minst {ENOUGH} har svart.",
    nn=f"Svara blir talde utan namn, og viste berre når minst {ENOUGH} har svart.",
    en=f"Answers are counted without names, and only shown when at least {ENOUGH} have answered.",
)
GIVEN = Text(nb="Takk, svaret er talt.", nn="Takk, svaret er talt.", en="Thank you, your answer is counted.")
GIVEN_BEFORE = Text(
    nb="Du har alt svart på det. Svaret kan ikke endres, for ingen vet hvilket som er ditt.",
    nn="Du har alt svart på det. Svaret kan ikkje endrast, for ingen veit kva for eit som er ditt.",
    en="You have already answered that. It cannot be changed, as nobody knows which answer is yours.",
)
RESULT = Text(
    nb="Slik svarte deltakerne om «{title}»:",
    nn="Slik svara deltakarane om «{title}»:",
    en="What participants answered about “{title}”:",
)
TOO_FEW = Text(
    nb=f"Færre enn {ENOUGH} svarte, så svarene vises ikke.",
    nn=f"Færre enn {ENOUGH} svara, så svara blir ikkje viste.",
    en=f"Fewer than {ENOUGH} answered, so the answers are not shown.",
)
