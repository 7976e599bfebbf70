"""What the bot says around an answer."""

from bot.core.texts import Text

SOURCE = Text(nb="Kilde: {source}", nn="Kjelde: {source}", en="Source: {source}")
SOURCES = Text(nb="Kilder: {source}", nn="Kjelder: {source}", en="Sources: {source}")
NOT_CHECKED = Text(nb="ikke kontrollert siden", nn="ikkje kontrollert sidan", en="not checked since")
CHECKED = Text(nb="kontrollert {day}", nn="kontrollert {day}", en="checked {day}")
CONTACT = Text(nb="Kontakt: {contact}", nn="Kontakt: {contact}", en="Contact: {contact}")
PHONE = Text(nb="tlf. {phone}", nn="tlf. {phone}", en="tel. {phone}")
PAGE = Text(nb="side {page}", nn="side {page}", en="page {page}")
AS_OF = Text(nb="per {year}", nn="per {year}", en="as of {year}")

NOTHING = Text(
    nb="Det vet jeg ikke. Jeg fant ingenting om dette i kildene mine.",
    nn="Det veit eg ikkje. Eg fann ingenting om dette i kjeldene mine.",
    en="I don't know. I found nothing about this in my sources.",
)
UNSURE = Text(
    nb="Det er jeg for usikker på til å svare.",
    nn="Det er eg for usikker på til å svare.",
    en="I am too unsure about this to answer.",
)
OUTSIDE = Text(
    nb="Det kan jeg ikke svare på; det ligger utenfor det jeg har kilder om.",
    nn="Det kan eg ikkje svare på; det ligg utanfor det eg har kjelder om.",
    en="I can't answer that; it lies outside what I have sources for.",
)
NEAREST = Text(
    nb="Det nærmeste jeg har, er «{title}».",
    nn="Det næraste eg har, er «{title}».",
    en="The nearest I have is “{title}”.",
)
CHOOSE = Text(nb="Mener du …", nn="Meiner du …", en="Do you mean …")

HELPFUL = Text(nb="👍 Nyttig", nn="👍 Nyttig", en="👍 Helpful")
UNHELPFUL = Text(nb="👎 Ikke nyttig", nn="👎 Ikkje nyttig", en="👎 Not helpful")
FORWARD = Text(nb="Send til en person", nn="Send til ein person", en="Send to a person")
CORRECT = Text(nb="Rett svaret", nn="Rett svaret", en="Correct the answer")
SHARE = Text(nb="Del i kanalen", nn="Del i kanalen", en="Share in the channel")

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
CLOSE = Text(nb="Lukk", nn="Lukk", en="Close")
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
