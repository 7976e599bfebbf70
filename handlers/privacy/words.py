"""What is kept about a person, why and how long, in words."""

from bot.core.texts import Text

WORD = Text(nb="personvern", nn="personvern", en="privacy")
LINE = Text(
    nb="`/naering personvern` – hva som lagres om deg, hent det eller slett det",
    nn="`/naering personvern` – kva som blir lagra om deg, hent det eller slett det",
    en="`/naering privacy` – what is stored about you; get it or delete it",
)
TITLE = Text(nb="Personvern", nn="Personvern", en="Privacy")
KEPT = Text(
    nb="*Hva som lagres:* det du forteller om deg selv, spørsmålene du stiller meg, hva jeg svarte ut fra, tommelen "
    "du ga, og hvorfor, det du sender til en ansatt og svaret på det, hva du har svart på invitasjoner og målinger, "
    "møter du har bestilt, en stand eller et besøk du har bedt om, hvilke meldinger du har fått eller ikke vil ha, at "
    "du har en kalenderadresse, hvilken bedrift du hører til, hva du har oppgitt for den, hvilke lokaler du ser etter "
    "eller er kontakt for, og det du lager for andre. I en anonym måling lagres at du har svart, atskilt fra hva du "
    "svarte. Svar i en undersøkelse er bedriftens, uten navn; fram til den stenger, viser et merke under en "
    "forseglet nøkkel hvilken bedrift du svarte for, og for seg lagres det at du lar deg kontakte etterpå. Er du "
    "redaktør, lagres også hva du har endret, og når.\n"
    "*Hvorfor:* for at du skal få svar og bare de meldingene du vil ha, og for at kommunen skal se hva det mangler "
    "svar på, uten navn, og si fra til deg når det er besvart.\n"
    "*Hvor lenge:* navnet ditt fjernes fra et spørsmål etter 30 dager. Har du sendt det til en ansatt, fjernes det 30 "
    "dager etter svaret, eller etter 90 dager uten svar. Svar på en invitasjon, møter og stander slettes 30 dager "
    "etter arrangementet, og navnet ditt på et besøk 30 dager etter besøket. At du har svart på en måling, slettes et "
    "år etter at den stengte. At du har fått en utsending, slettes 30 dager etterpå, et lokale 90 dager etter at det "
    "gikk ut av oversikten, og når og hvorfor jeg sendte deg noe, etter 90 dager. Det du forteller om deg selv, og at "
    "du har laget noe, står til du sletter det. Loggen over hva arrangører og administratorer har gjort, beholdes. "
    "Meldingene i Slack styres av arbeidsområdets egne regler.\n"
    "*Hva jeg ikke ser:* det folk skriver i kanaler uten å nevne meg.",
    nn="*Kva som blir lagra:* det du fortel om deg sjølv, spørsmåla du stiller meg, kva eg svarte ut frå, tommelen du "
    "gav, og kvifor, det du sender til ein tilsett og svaret på det, kva du har svart på invitasjonar og målingar, "
    "møte du har bestilt, ein stand eller eit besøk du har bede om, kva for meldingar du har fått eller ikkje vil ha, "
    "at du har ei kalenderadresse, kva bedrift du høyrer til, kva du har oppgitt for ho, kva lokale du ser etter "
    "eller er kontakt for, og det du lagar for andre. I ei anonym måling blir det lagra at du har svart, åtskilt frå "
    "kva du svarte. Svar i ei undersøking er bedrifta sine, utan namn; fram til ho stenger, viser eit merke under ein "
    "forsegla nøkkel kva bedrift du svarte for, og for seg blir det lagra at du lèt deg kontakte etterpå. "
    "Er du redaktør, blir det òg lagra kva du har endra, og når.\n"
    "*Kvifor:* for at du skal få svar og berre dei meldingane du vil ha, og for at kommunen skal sjå kva det manglar "
    "svar på, utan namn, og seie frå til deg når svaret er der.\n"
    "*Kor lenge:* namnet ditt blir fjerna frå eit spørsmål etter 30 dagar. Har du sendt det til ein tilsett, blir det "
    "fjerna 30 dagar etter svaret, eller etter 90 dagar utan svar. Svar på ein invitasjon, møte og standar blir "
    "sletta 30 dagar etter arrangementet, og namnet ditt på eit besøk 30 dagar etter besøket. At du har svart på ei "
    "måling, blir sletta eit år etter at ho stengde. At du har fått ei utsending, blir sletta 30 dagar etterpå, eit "
    "lokale 90 dagar etter at det gjekk ut av oversikta, og når og kvifor eg sende deg noko, etter 90 dagar. Det du "
    "fortel om deg sjølv, og at du har laga noko, står til du slettar det. Loggen over kva arrangørar og "
    "administratorar har gjort, blir teken vare på. Meldingane i Slack blir styrte av reglane til arbeidsområdet.\n"
    "*Kva eg ikkje ser:* det folk skriv i kanalar utan å nemne meg.",
    en="*What is stored:* what you tell about yourself, the questions you ask me, what I answered from, the thumb you "
    "gave and why, what you send to a member of staff and the reply to it, what you answered to invitations and "
    "polls, meetings you booked, a stand or a visit you asked for, which messages you have had or do not want, that "
    "you have a calendar address, which company you belong to, what you told of it, which premises you look for or "
    "are the contact for, and what you make for others. In an anonymous poll it is stored that you answered, "
    "separately from what you answered. Answers to a survey are the company's, without names; until it closes, a "
    "mark under a sealed key tells which company you answered for, and that you may be contacted after it is stored "
    "separately. If you are an editor, so is what you changed, and when.\n"
    "*Why:* so that you get answers and only the messages you want, and so that the municipality sees what it lacks "
    "answers to, without names, and can tell you when there is one.\n"
    "*How long:* your name is removed from a question after 30 days. If you sent it to a member of staff, it is "
    "removed 30 days after the reply, or after 90 days without one. Your answer to an invitation, meetings and stands "
    "are deleted 30 days after the event; your name on a visit, 30 days after it; that you answered a poll, a year "
    "after it closed; that you got an announcement, 30 days after it; premises, 90 days after they left the list; and "
    "when and why I sent you something, after 90 days. What you tell about yourself, and that you made something, "
    "stays until you delete it. The log of what organizers and administrators did is kept. Messages in Slack follow "
    "the workspace's own rules.\n"
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
    nb="Alt jeg har lagret om deg, slettes eller gjøres anonymt nå, unntatt rollen din og loggen over hva arrangører "
    "og administratorer har gjort. Venter du på svar fra en ansatt, kommer det da ikke. Meldingene du ser i "
    "Slack, blir stående.",
    nn="Alt eg har lagra om deg, blir sletta eller gjort anonymt no, unnateke rolla di og loggen over kva arrangørar "
    "og administratorar har gjort. Eit svar frå ein tilsett som ikkje er kome enno, kjem då ikkje. Meldingane du ser i "
    "Slack, blir ståande.",
    en="Everything I have stored about you is deleted or made anonymous now, save your role and the log of what "
    "organizers and administrators did. A reply from staff that has not come yet will not come then. The messages that "
    "you see in Slack stay.",
)
YES = Text(nb="Slett", nn="Slett", en="Delete")
NO = Text(nb="Behold", nn="Behald", en="Keep")
DELETED = Text(
    nb="Ferdig: alt jeg hadde lagret om deg, er slettet eller gjort anonymt. Igjen står bare Slack-id-en din, rollen "
    "din, at du ikke vil ha meldinger du ikke har bedt om, og loggen over hva arrangører og administratorer har "
    "gjort. Vil du ha meldinger igjen, velger du det under «Om deg» i Hjem-fanen.",
    nn="Ferdig: alt eg hadde lagra om deg, er sletta eller gjort anonymt. Det einaste som står att, er Slack-id-en "
    "din, rolla di, at du ikkje vil ha meldingar du ikkje har bede om, og loggen over kva arrangørar og "
    "administratorar har gjort. Vil du ha meldingar igjen, vel du det under «Om deg» i Heim-fana.",
    en="Done: everything I had stored about you has been deleted or made anonymous. All that stays is your Slack id, "
    "your role, that you do not want messages you did not ask for, and the log of what organizers and "
    "administrators did. If you want messages again, choose them under “About you” in the Home tab.",
)
NONE = Text(nb="Det var ingenting å slette.", nn="Det var ingenting å slette.", en="There was nothing to delete.")
