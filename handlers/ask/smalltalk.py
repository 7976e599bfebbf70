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
hei; heia; heisann; hallo; halla; hallais; god dag; god morgen; god kveld; god ettermiddag; morn; hi;
hello; hey; good morning; good afternoon; good evening; går det bra; går det bra med deg; hvordan går det;
hvordan går det med deg; åssen går det; åssen går det med deg; korleis går det; korleis går det med deg; koss går det;
hvordan har du det; åssen har du det; korleis har du det; står det til; hvordan står det til; korleis står det til;
how are you; how are you doing; how is it going; how s it going; what s up; nice to meet you; hyggelig å møte deg;
hyggelig å hilse på deg; hyggeleg å møte deg
"""
THANKS = """
takk; tusen takk; mange takk; hjertelig takk; takk skal du ha; takk for hjelpen; takk for hjelpa; takk for hjelp;
takk for svaret; takk for svar; takk for praten; takk for info; takk for infoen; takk så mye; takk så mykje; thanks;
thank you; thanks a lot; thanks so much; thank you so much; thank you very much; thanks for the help;
thank you for the help; thank you for your help; thanks for your help; thx; ok; okei; okay; fint; flott; supert; topp;
bra; kjempebra; veldig bra; så bra; så fint; great; perfekt; perfect; nice; cool; awesome; cheers; du var grei;
du er grei; du er flink; du var flink; du er snill; du er best; den er god; that was helpful; very helpful;
that helps; well done; good bot; flink bot; ha det; ha det bra; hade; hadet; hade bra; snakkes; ha en fin dag;
ha ein fin dag; ha en god dag; ha ein god dag; god helg; bye; goodbye; have a nice day; have a good day; see you
"""
WHO = """
hvem er du; kven er du; who are you; hva er du; kva er du; what are you; er du en robot; er du ein robot;
are you a robot; er du et menneske; er du eit menneske; are you human; hva kan du; kva kan du;
what can you do; hva kan du svare på; kva kan du svare på; hva kan jeg spørre om; kva kan eg spørje om;
what can i ask; hvordan virker du; korleis verkar du
"""
KEPT = """
hva lagrer du om meg; kva lagrar du om meg; what do you store about me; personvern; privacy; hva vet du om meg;
kva veit du om meg; slett meg; delete me; mine data; my data
"""
HELP = ("hjelp", "help")  # alone; «bra hjelp» is no call for it
AROUND = """
i dag; i kveld; today; a; da; du; der; there; bot; boten; næringsbot; og; and; så; veldig; very; igjen; again
"""
# Where several kinds come together, the later one is answered.
KINDS = ((AROUND, None), (HELLOS, HELLO), (THANKS, WELCOME), (WHO, ABOUT), (KEPT, PRIVACY))
KNOWN = {tuple(said.split()): n for n, (phrases, _) in enumerate(KINDS) for said in phrases.split(";")}
LONGEST = max(map(len, KNOWN))
NOT_WORDS = re.compile(r"[^\w\s]|_")


def reply(said: str) -> Text | None:
    """What is said to small talk; none where anything else is said too."""
    heard, kinds = NOT_WORDS.sub(" ", said).lower().split(), set[int]()
    if len(heard) == 1 and heard[0] in HELP:
        return ABOUT
    while heard:
        length = next((n for n in range(min(LONGEST, len(heard)), 0, -1) if tuple(heard[:n]) in KNOWN), 0)
        if not length:
            return None
        kinds.add(KNOWN[tuple(heard[:length])])
        heard = heard[length:]
    found = KINDS[max(kinds)][1] if kinds else None
    return None if found is WELCOME and said.rstrip().endswith("?") else found  # «ok, og i dag?» carries on
