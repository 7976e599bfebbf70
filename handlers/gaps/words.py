"""The words about questions that lack an answer."""

from bot.core.texts import Counted, Text

WORD = Text(nb="ubesvart", nn="ubesvart", en="unanswered")
LINE = Text(
    nb="`/naering ubesvart` – det folk spør om uten å få svar (ansatte)",
    nn="`/naering ubesvart` – det folk spør om utan å få svar (tilsette)",
    en="`/naering unanswered` – what people ask without getting an answer (staff)",
)
TITLE = Text(nb="Ubesvarte spørsmål", nn="Spørsmål utan svar", en="Unanswered questions")
LATEST = Text(
    nb="Nye ubesvarte spørsmål den siste uka",
    nn="Nye spørsmål utan svar den siste veka",
    en="New unanswered questions in the last week",
)
NONE = Text(
    nb="Alt er besvart: ingen spørsmål står uten svar.",
    nn="Alt er svart på: ingen spørsmål står utan svar.",
    en="Everything is answered: no question is without an answer.",
)
MORE = Counted(
    one=Text(
        nb="… og {count} emne til. Skriv `/naering ubesvart`.",
        nn="… og {count} emne til. Skriv `/naering ubesvart`.",
        en="… and {count} more topic. Type `/naering unanswered`.",
    ),
    more=Text(
        nb="… og {count} emner til. Skriv `/naering ubesvart`.",
        nn="… og {count} emne til. Skriv `/naering ubesvart`.",
        en="… and {count} more topics. Type `/naering unanswered`.",
    ),
)
UNKNOWN = Text(nb="Annet", nn="Anna", en="Other")
NEAR = Text(nb="nærmest: {title}", nn="nærast: {title}", en="nearest: {title}")
ASKED = Counted(
    one=Text(nb="spurt én gang", nn="spurt éin gong", en="asked once"),
    more=Text(nb="spurt {count} ganger", nn="spurt {count} gonger", en="asked {count} times"),
)
DISLIKED = Text(nb="tommel ned: {count}", nn="tommel ned: {count}", en="thumbs down: {count}")
REMARKED = Text(nb="«{remark}»", nn="«{remark}»", en="“{remark}”")
REASONS = {
    "wrong": Text(nb="stemmer ikke", nn="stemmer ikkje", en="not right"),
    "old": Text(nb="utdatert", nn="utdatert", en="out of date"),
    "beside": Text(nb="svarer på noe annet", nn="svarer på noko anna", en="answers something else"),
    "unclear": Text(nb="vanskelig å forstå", nn="vanskeleg å forstå", en="hard to understand"),
    "other": Text(nb="noe annet", nn="noko anna", en="something else"),
}
ANSWER = Text(nb="Svar", nn="Svar", en="Answer")
DISMISS = Text(nb="Ikke noe for oss", nn="Ikkje noko for oss", en="Nothing for us")
DISMISSED = Counted(
    Text(
        nb="Lagt bort: ett spørsmål. Det kommer ikke fram igjen, heller ikke når noen spør med de samme ordene.",
        nn="Lagt bort: eitt spørsmål. Det kjem ikkje fram att, heller ikkje når nokon spør med dei same orda.",
        en="Put aside: one question. It does not come back, not even when somebody asks in the same words.",
    ),
    Text(
        nb="Lagt bort: {count} spørsmål. De kommer ikke fram igjen, heller ikke når noen spør med de samme ordene.",
        nn="Lagt bort: {count} spørsmål. Dei kjem ikkje fram att, heller ikkje når nokon spør med dei same orda.",
        en="Put aside: {count} questions. They do not come back, not even when somebody asks in the same words.",
    ),
)
UNDO = Text(nb="Angre", nn="Angre", en="Undo")
RESTORED = Text(
    nb="Hentet fram igjen. Du finner det med `/naering ubesvart`.",
    nn="Henta fram att. Du finn det med `/naering ubesvart`.",
    en="Brought back. You find it with `/naering unanswered`.",
)
WHICH = Text(nb="Spørsmål som svaret gjelder", nn="Spørsmål som svaret gjeld", en="Questions that this answers")
QUESTION = Text(nb="Spørsmålet på {language}", nn="Spørsmålet på {language}", en="The question in {language}")
TEXT = Text(nb="Svaret på {language}", nn="Svaret på {language}", en="The answer in {language}")
FORM_NOTE = Text(
    nb="Svaret går som direktemelding til alle som har spurt de siste 30 dagene, på språket de spurte på.",
    nn="Svaret går som direktemelding til alle som har spurt dei siste 30 dagane, på språket dei spurde på.",
    en="The answer goes as a direct message to everybody who asked in the last 30 days, in the language they asked in.",
)
SEND = Text(nb="Lagre og send", nn="Lagre og send", en="Save and send")
PICK = Text(nb="Velg minst ett spørsmål.", nn="Vel minst eitt spørsmål.", en="Choose at least one question.")
SAVED = Counted(
    one=Text(
        nb="Lagret. Svaret er sendt til {count} person som spurte.",
        nn="Lagra. Svaret er sendt til {count} person som spurde.",
        en="Saved. The answer was sent to {count} person who asked.",
    ),
    more=Text(
        nb="Lagret. Svaret er sendt til {count} personer som spurte.",
        nn="Lagra. Svaret er sendt til {count} personar som spurde.",
        en="Saved. The answer was sent to {count} people who asked.",
    ),
)
SAVED_ONLY = Text(
    nb="Lagret. De som spurte, er ikke kjent lenger, så svaret er ikke sendt til noen.",
    nn="Lagra. Dei som spurde, er ikkje kjende lenger, så svaret er ikkje sendt til nokon.",
    en="Saved. Those who asked are not known any more, so the answer was sent to nobody.",
)
NOW_ANSWERED = Text(
    nb="Du spurte «{words}», og jeg kunne ikke svare godt nok. Nå har de ansatte svart:",
    nn="Du spurde «{words}», og eg kunne ikkje svare godt nok. No har dei tilsette svart:",
    en="You asked “{words}”, and I could not answer well enough. Now the staff have answered:",
)
