"""The words of the Home tab, the menu and the first greetings."""

from bot.core.texts import Text

TITLE = Text(nb="Næringsbot", nn="Næringsbot", en="Næringsbot")
CAN = Text(
    nb="Jeg svarer på spørsmål om næringslivet i Lørenskog: hvem som har ansvar for hva, planer og områder, støtte og "
    "tall. Hvert svar har en kilde, og når jeg ikke vet, sier jeg det.",
    nn="Eg svarer på spørsmål om næringslivet i Lørenskog: kven som har ansvar for kva, planar og område, støtte og "
    "tal. Kvart svar har ei kjelde, og når eg ikkje veit, seier eg det.",
    en="I answer questions about business in Lørenskog: who is responsible for what, plans and areas, support and "
    "figures. Every answer has a source, and when I don't know, I say so.",
)
HOW = Text(
    nb="Skriv til meg i «Meldinger», nevn meg i en kanal, eller skriv `/naering` og spørsmålet ditt.",
    nn="Skriv til meg i «Meldingar», nemn meg i ein kanal, eller skriv `/naering` og spørsmålet ditt.",
    en="Write to me under “Messages”, mention me in a channel, or type `/naering` and your question.",
)
TRY = Text(nb="Prøv for eksempel:", nn="Prøv til dømes:", en="For example:")
EXAMPLES = (
    Text(
        nb="Hvem har ansvar for regulering på Visperud?",
        nn="Kven har ansvar for regulering på Visperud?",
        en="Who handles regulation at Visperud?",
    ),
    Text(
        nb="Finnes det støtte til oppstart?",
        nn="Finst det støtte til oppstart?",
        en="Is there support for start-ups?",
    ),
    Text(
        nb="Hva er SNR Næringsseminar?",
        nn="Kva er SNR Næringsseminar?",
        en="What is the SNR Næringsseminar?",
    ),
)
CHOSEN = Text(
    nb="Jeg svarer på det språket du spør på. Dette valget gjelder når det ikke går fram hvilket språk du bruker, og "
    "for knapper og menyer.",
    nn="Eg svarer på det språket du spør på. Dette valet gjeld når det ikkje går fram kva språk du bruker, og for "
    "knappar og menyar.",
    en="I answer in the language you ask in. This choice applies when that is unclear, and to buttons and menus.",
)
WELCOME = Text(
    nb="Hei! Jeg er Næringsbot. Spør meg om støtte, planer, kontakter eller tall for næringslivet i Lørenskog, så "
    "svarer jeg med kilde. Fortell gjerne litt om deg, og velg hva du vil ha fra meg.",
    nn="Hei! Eg er Næringsbot. Spør meg om støtte, planar, kontaktar eller tal for næringslivet i Lørenskog, så svarer "
    "eg med kjelde. Fortel gjerne litt om deg, og vel kva du vil ha frå meg.",
    en="Hello! I am Næringsbot. Ask me about support, plans, contacts or figures for business in Lørenskog, and I "
    "answer with the source. Do tell me a little about yourself, and choose what you want to get from me.",
)
ABOUT_ME = Text(nb="Fortell om deg", nn="Fortel om deg", en="Tell me about yourself")
HELP = Text(nb="hjelp", nn="hjelp", en="help")
PROMPTS = Text(nb="Hva lurer du på?", nn="Kva lurer du på?", en="What would you like to know?")
HELLO = Text(
    nb="Hei! Nevn meg med et spørsmål om næringslivet i Lørenskog, så svarer jeg i tråden. Jeg leser ikke det andre "
    "skriver her.",
    nn="Hei! Nemn meg med eit spørsmål om næringslivet i Lørenskog, så svarer eg i tråden. Eg les ikkje det andre "
    "skriv her.",
    en="Hello! Mention me with a question about business in Lørenskog, and I answer in the thread. I do not read what "
    "others write here.",
)
