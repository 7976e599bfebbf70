"""What is kept about a person, why and how long, in words."""

from bot.core.texts import Text

WORD = Text(nb="personvern", nn="personvern", en="privacy")
LINE = Text(
    nb="`/naering personvern` – hva som lagres om deg, hent det eller slett det",
    nn="`/naering personvern` – kva som blir lagra om deg, hent det eller slett det",
    en="`/naering privacy` – what is stored about you; get it or delete it",
)
TITLE = Text(nb="Personvern", nn="Personvern", en="Privacy")
CLOSE = Text(nb="Lukk", nn="Lukk", en="Close")
KEPT = Text(
    nb="*Hva som lagres:* det du forteller om deg selv, spørsmålene du stiller meg, hva jeg svarte ut fra, tommelen "
    "din og hvorfor, det du sender til en ansatt og svaret på det, og hva du har svart på invitasjoner og målinger. I "
    "en anonym måling lagres at du har svart, skilt fra hva du svarte. Er du redaktør, lagres også hva du har endret, "
    "og når.\n"
    "*Hvorfor:* for at du skal få svar og bare de meldingene du vil ha, og for at kommunen skal se hva det mangler "
    "svar på, uten navn, og si fra til deg når det er besvart.\n"
    "*Hvor lenge:* navnet ditt fjernes fra et spørsmål etter 30 dager. Har du sendt det til en person, fjernes det 30 "
    "dager etter svaret, eller etter 90 dager uten svar. Meldingene i Slack styres av arbeidsområdets egne regler.\n"
    "*Hva jeg ikke ser:* det folk skriver i kanaler uten å nevne meg.",
    nn="*Kva som blir lagra:* det du fortel om deg sjølv, spørsmåla du stiller meg, kva eg svara ut frå, tommelen din "
    "og kvifor, det du sender til ein tilsett og svaret på det, og kva du har svart på invitasjonar og målingar. I ei "
    "anonym måling blir det lagra at du har svart, skilt frå kva du svarte. Er du redaktør, blir det òg lagra kva du "
    "har endra, og når.\n"
    "*Kvifor:* for at du skal få svar og berre dei meldingane du vil ha, og for at kommunen skal sjå kva det manglar "
    "svar på, utan namn, og seie frå til deg når svaret er der.\n"
    "*Kor lenge:* namnet ditt blir fjerna frå eit spørsmål etter 30 dagar. Har du sendt det til ein person, blir det "
    "fjerna 30 dagar etter svaret, eller etter 90 dagar utan svar. Meldingane i Slack blir styrte av reglane til "
    "arbeidsområdet.\n*Kva eg ikkje ser:* det folk skriv i kanalar utan å nemne meg.",
    en="*What is stored:* what you tell about yourself, the questions you ask me, what I answered from, your thumb "
    "and why, what you send to a person and the reply to it, and what you answered to invitations and polls. In an "
    "anonymous poll it is stored that you answered, apart from what you answered. If you are an editor, so is what you "
    "changed, and when.\n"
    "*Why:* so that you get answers and only the messages you want, and so that the municipality sees what it lacks "
    "answers to, without names, and can tell you when there is one.\n"
    "*How long:* your name is removed from a question after 30 days. If you sent it to a person, it is removed 30 days "
    "after the reply, or after 90 days without one. Messages in Slack follow the workspace's own rules.\n"
    "*What I do not see:* what people write in channels without mentioning me.",
)
EXPORT = Text(nb="Mine data", nn="Mine data", en="My data")
EXPORTED = Text(
    nb="Filen med alt jeg har lagret om deg, kommer som direktemelding.",
    nn="Fila med alt eg har lagra om deg, kjem som direktemelding.",
    en="The file with everything I have stored about you comes as a direct message.",
)
FILE = Text(nb="Alt jeg har lagret om deg.", nn="Alt eg har lagra om deg.", en="Everything I have stored about you.")
DELETE = Text(nb="Slett meg", nn="Slett meg", en="Delete me")
SURE = Text(
    nb="Alt jeg har lagret om deg, slettes eller gjøres anonymt nå. Et svar fra en person som ikke er kommet ennå, "
    "kommer da ikke. Meldingene du ser i Slack, blir stående.",
    nn="Alt eg har lagra om deg, blir sletta eller gjort anonymt no. Eit svar frå ein person som ikkje er komme enno, "
    "kjem då ikkje. Meldingane du ser i Slack, blir ståande.",
    en="Everything I have stored about you is deleted or made anonymous now. A reply from a person that has not come "
    "yet will not come then. The messages that you see in Slack stay.",
)
YES = Text(nb="Slett", nn="Slett", en="Delete")
NO = Text(nb="Behold", nn="Behald", en="Keep")
DELETED = Text(
    nb="Ferdig: alt jeg hadde lagret om deg, er slettet eller gjort anonymt.",
    nn="Ferdig: alt eg hadde lagra om deg, er sletta eller gjort anonymt.",
    en="Done: everything I had stored about you has been deleted or made anonymous.",
)
NONE = Text(nb="Det var ingenting å slette.", nn="Det var ingenting å slette.", en="There was nothing to delete.")
