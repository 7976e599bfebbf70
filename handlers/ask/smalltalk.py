"""What is no question about business life: a greeting, thanks, who are you. It never carries on an earlier question."""

import re

from bot.core.texts import Text

ABOUT = Text(
    nb="Jeg er en bot, ikke et menneske. Spør meg om støtte, planer, områder, kontakter eller tall for næringslivet "
    "her, så svarer jeg med kilde. `/naering` viser alt jeg kan.",
    nn="Eg er ein bot, ikkje eit menneske. Spør meg om støtte, planar, område, kontaktar eller tal for næringslivet "
    "her, så svarer eg med kjelde. `/naering` viser alt eg kan.",
    en="I am a bot, not a person. Ask me about support, plans, areas, contacts or figures for business here, "
    "and I answer with the source. `/naering` shows all I can do.",
)
HELLO = Text(nb=f"Hei! {ABOUT.nb}", nn=f"Hei! {ABOUT.nn}", en=f"Hello! {ABOUT.en}")
WELCOME = Text(nb="Bare hyggelig!", nn="Berre hyggeleg!", en="You're welcome!")
PRIVACY = Text(
    nb="Skriv `/naering personvern`, så ser du hva jeg lagrer om deg, og kan hente det eller slette det.",
    nn="Skriv `/naering personvern`, så ser du kva eg lagrar om deg, og kan hente det eller slette det.",
    en="Type `/naering privacy` to see what I store about you, and to get it or delete it.",
)

HELLOS = """
hei; hei hei; heia; heisann; hallo; god dag; god morgen; morn; hi; hello; hey
"""
THANKS = """
takk; tusen takk; mange takk; takk skal du ha; ok takk; takk for hjelpen; takk for hjelpa; thanks; thank you;
thanks a lot; ok; okei; okay; fint; supert; bra; great; perfekt
"""
WHO = """
hvem er du; kven er du; who are you; hva er du; kva er du; what are you; er du en robot; er du ein robot;
are you a robot; er du et menneske; er du eit menneske; are you human; hjelp; help; hva kan du; kva kan du;
what can you do; hva kan du svare på; kva kan du svare på; hva kan jeg spørre om; kva kan eg spørje om;
what can i ask; hvordan virker du; korleis verkar du
"""
KEPT = """
hva lagrer du om meg; kva lagrar du om meg; what do you store about me; personvern; privacy; hva vet du om meg;
kva veit du om meg; slett meg; delete me; mine data; my data
"""
REPLIES = {
    spelling.strip(): said
    for spellings, said in ((HELLOS, HELLO), (THANKS, WELCOME), (WHO, ABOUT), (KEPT, PRIVACY))
    for spelling in spellings.split(";")
}
NOT_WORDS = re.compile(r"[^\w\s]|_")


def reply(said: str) -> Text | None:
    """What is said to small talk; none where it is a question."""
    return REPLIES.get(" ".join(NOT_WORDS.sub(" ", said).lower().split()))
