"""What the bot says around an answer."""

from bot.core.texts import Text
from bot.domain.questions import Reason

NOTHING = Text(
    nb="Det vet jeg ikke. Jeg fant ingenting om dette i kildene mine.",
    nn="Det veit eg ikkje. Eg fann ingenting om dette i kjeldene mine.",
    en="I don't know. I found nothing about this in my sources.",
)
UNSURE = Text(
    nb="Dette er jeg for usikker på til å svare på.",
    nn="Dette er eg for usikker på til å svare på.",
    en="I am too unsure about this to answer.",
)
OUTSIDE = Text(
    nb="Det kan jeg ikke svare på; det ligger utenfor det jeg har kilder om.",
    nn="Det kan eg ikkje svare på; det ligg utanfor det eg har kjelder om.",
    en="I can't answer that; it lies outside what I have sources for.",
)
NEAREST = Text(
    nb="Det nærmeste jeg har, er {titles}.",
    nn="Det næraste eg har, er {titles}.",
    en="The nearest I have is {titles}.",
)
NEAREST_TWO = Text(nb=NEAREST.nb, nn=NEAREST.nn, en="The nearest I have are {titles}.")
MAYBE = Text(
    nb="Kanskje lurer du på {titles}?",
    nn="Kanskje lurer du på {titles}?",
    en="Are you perhaps asking about {titles}?",
)
TITLE = Text(nb="«{title}»", nn="«{title}»", en="“{title}”")
CHOOSE = Text(nb="Mener du …", nn="Meiner du …", en="Do you mean …")

HELPFUL = Text(nb="👍 Nyttig", nn="👍 Nyttig", en="👍 Helpful")
UNHELPFUL = Text(nb="👎 Ikke nyttig", nn="👎 Ikkje nyttig", en="👎 Not helpful")
FORWARD = Text(nb="Send til en person", nn="Send til ein person", en="Send to a person")
CORRECT = Text(nb="Rett svaret", nn="Rett svaret", en="Correct the answer")
SHARE = Text(nb="Del i kanalen", nn="Del i kanalen", en="Share in the channel")
WHICH_SUPPORT = Text(
    nb="Hvilken støtte passer for oss?", nn="Kva støtte passar for oss?", en="Which support fits our company?"
)

WHY_TITLE = Text(nb="Hva var galt?", nn="Kva var gale?", en="What was wrong?")
WHY = Text(nb="Hva var galt med svaret?", nn="Kva var gale med svaret?", en="What was wrong with the answer?")
REASONS: dict[Reason, Text] = {
    "wrong": Text(nb="Det stemmer ikke", nn="Det stemmer ikkje", en="It is not right"),
    "old": Text(nb="Det er utdatert", nn="Det er utdatert", en="It is out of date"),
    "beside": Text(
        nb="Det svarer ikke på det jeg spurte om",
        nn="Det svarer ikkje på det eg spurde om",
        en="It does not answer what I asked",
    ),
    "unclear": Text(nb="Det er vanskelig å forstå", nn="Det er vanskeleg å forstå", en="It is hard to understand"),
    "other": Text(nb="Noe annet", nn="Noko anna", en="Something else"),
}
REMARK = Text(nb="Vil du si litt mer?", nn="Vil du seie litt meir?", en="Would you like to say more?")
SEEN_BY = Text(
    nb="De ansatte ser spørsmålet og det du skriver her, uten navnet ditt.",
    nn="Dei tilsette ser spørsmålet og det du skriv her, utan namnet ditt.",
    en="The staff see the question and what you write here, without your name.",
)
THANKS = Text(nb="Takk, det er notert.", nn="Takk, det er notert.", en="Thank you, noted.")
SORRY = Text(
    nb="Takk for at du sier fra. Vil du at en person skal se på spørsmålet?",
    nn="Takk for at du seier frå. Vil du at ein person skal sjå på spørsmålet?",
    en="Thank you for telling me. Would you like a person to look at the question?",
)
TOO_LONG = Text(
    nb="Spørsmålet er for langt for meg. Skriv det gjerne kortere, med høyst {most} tegn.",
    nn="Spørsmålet er for langt for meg. Skriv det gjerne kortare, med høgst {most} teikn.",
    en="The question is too long for me. Please make it shorter, {most} characters at most.",
)
EMPTY = Text(
    nb="Hva lurer du på? Skriv spørsmålet i samme melding, for eksempel «Hvem har ansvar for regulering på Visperud?».",
    nn="Kva lurer du på? Skriv spørsmålet i same melding, til dømes «Kven har ansvar for regulering på Visperud?».",
    en="What would you like to know? Write the question in the same message, for example “Who handles regulation at "
    "Visperud?”.",
)
ANSWER = Text(nb="Svar", nn="Svar", en="Answer")
IN_MESSAGES = Text(
    nb="Svaret ligger også i «Meldinger», der du kan spørre videre.",
    nn="Svaret ligg òg i «Meldingar», der du kan spørje vidare.",
    en="The answer is also under “Messages”, where you can go on asking.",
)
ASKED = Text(nb="Spørsmål: {words}", nn="Spørsmål: {words}", en="Question: {words}")
SHARED = Text(nb="{person} spurte: {words}", nn="{person} spurde: {words}", en="{person} asked: {words}")
NOT_SHARED = Text(
    nb="Jeg fikk ikke delt svaret, for jeg er ikke med i kanalen. Skriv «/invite @Næringsbot» der, og trykk på nytt.",
    nn="Eg fekk ikkje delt svaret, for eg er ikkje med i kanalen. Skriv «/invite @Næringsbot» der, og trykk på nytt.",
    en="I could not share the answer, as I am not in the channel. Type “/invite @Næringsbot” there, and press again.",
)

COUNT = Text(
    nb="Spørsmål: {count}, fra {people} personer",
    nn="Spørsmål: {count}, frå {people} personar",
    en="Questions: {count}, from {people} people",
)
FEW_ASKED = Text(
    nb="Spørsmål: færre enn {enough} personer har spurt, så tallene vises ikke.",
    nn="Spørsmål: færre enn {enough} personar har spurt, så tala blir ikkje viste.",
    en="Questions: fewer than {enough} people have asked, so the figures are not shown.",
)
OUTCOME = Text(nb="Slik gikk det", nn="Slik gjekk det", en="How it went")
OUTCOMES = {
    "answered": Text(nb="besvart", nn="svart på", en="answered"),
    "refused": Text(nb="ikke besvart", nn="ikkje svart på", en="not answered"),
    "choose": Text(nb="spurt tilbake", nn="spurt tilbake", en="asked back"),
}
SPOKEN = Text(nb="Språk", nn="Språk", en="Languages")
TOPICS = Text(nb="Mest spurt om", nn="Mest spurt om", en="Asked about most")
