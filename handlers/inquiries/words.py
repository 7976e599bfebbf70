"""What the asker and the staff read when a question goes to a person."""

from bot.core.texts import Counted, Text

SEND = Text(nb="Send til en person", nn="Send til ein person", en="Send to a person")
BEFORE = Text(
    nb="Navnet ditt og spørsmålet går til de ansatte som svarer i kommunen. Det du sender, kan bli omfattet av "
    "innsynsretten, så ta ikke med sensitive opplysninger.",
    nn="Namnet ditt og spørsmålet går til dei tilsette som svarer i kommunen. Det du sender, kan bli omfatta av "
    "innsynsretten, så ta ikkje med sensitive opplysningar.",
    en="Your name and the question go to the municipality's staff who answer. What you send may be subject to public "
    "access, so leave out sensitive information.",
)
QUESTION = Text(nb="Spørsmålet ditt", nn="Spørsmålet ditt", en="Your question")
COMES_PRIVATELY = Text(
    nb="Svaret kommer til deg som direktemelding.",
    nn="Svaret kjem til deg som direktemelding.",
    en="The reply comes to you as a direct message.",
)
COMES_IN_THREAD = Text(
    nb="Svaret kommer i tråden der du spurte, og kan leses av alle i kanalen.",
    nn="Svaret kjem i tråden der du spurde, og kan lesast av alle i kanalen.",
    en="The reply comes in the thread where you asked, and everyone in the channel can read it.",
)
SENT_TITLE = Text(nb="Sendt", nn="Sendt", en="Sent")
SENT = Text(
    nb="Spørsmålet er sendt. {where}",
    nn="Spørsmålet er sendt. {where}",
    en="The question has been sent. {where}",
)

NEW = Text(nb="Nytt spørsmål fra {person}", nn="Nytt spørsmål frå {person}", en="New question from {person}")
ASKED_PRIVATELY = Text(
    nb="Stilt privat. Svaret går som direktemelding. Det dere skriver i denne tråden, ser bare dere.",
    nn="Stilt privat. Svaret går som direktemelding. Det de skriv i denne tråden, ser berre de.",
    en="Asked privately. The reply goes as a direct message. Only you who are in this channel see what you write in "
    "this thread.",
)
ASKED_IN_CHANNEL = Text(
    nb="Stilt i {channel}. Svaret går i tråden der. Det dere skriver i denne tråden, ser bare dere.",
    nn="Stilt i {channel}. Svaret går i tråden der. Det de skriv i denne tråden, ser berre de.",
    en="Asked in {channel}. The reply goes to the thread there. Only you who are in this channel see what you write "
    "in this thread.",
)
REPLY = Text(nb="Svar", nn="Svar", en="Reply")
YOUR_REPLY = Text(nb="Svaret ditt", nn="Svaret ditt", en="Your reply")
AS_SEEN = Text(
    nb="Slik ser den som spurte, svaret:", nn="Slik ser den som spurde, svaret:", en="This is what the asker will see:"
)
ANSWER = Text(
    nb="Svar fra en ansatt i kommunen på spørsmålet «{words}»",
    nn="Svar frå ein tilsett i kommunen på spørsmålet «{words}»",
    en="A reply from the municipality's staff to the question “{words}”",
)
ANSWERED = Text(nb="Besvart av {person}", nn="{person} har svart", en="Answered by {person}")
TAKEN_BACK = Text(
    nb="Trukket tilbake: den som spurte, har slettet seg.",
    nn="Trekt tilbake: den som spurde, har sletta seg.",
    en="Withdrawn: the person who asked has deleted their data.",
)
NOT_STAFF = Text(
    nb="Bare ansatte i kanalen for spørsmål kan svare.",
    nn="Berre tilsette i kanalen for spørsmål kan svare.",
    en="Only staff in the channel for questions can reply.",
)
NOBODY = Text(
    nb="Her er det ikke satt opp noen som tar imot spørsmål ennå.",
    nn="Her er det ikkje sett opp nokon som tek imot spørsmål enno.",
    en="Nobody has been set up to receive questions here yet.",
)

NONE_SENT = Text(nb="Sendt til en person: ingen", nn="Sende til ein person: ingen", en="Sent to a person: none")
FEW_SENT = Text(
    nb="Sendt til en person: fra færre enn {enough} personer, så tallene vises ikke.",
    nn="Sende til ein person: frå færre enn {enough} personar, så tala blir ikkje viste.",
    en="Sent to a person: by fewer than {enough} people, so the figures are not shown.",
)
COUNT = Text(nb="Sendt til en person: {count}", nn="Sende til ein person: {count}", en="Sent to a person: {count}")
REPLIED = Text(
    nb="Besvart av en person: {count}, halvparten innen {time}",
    nn="Svar frå ein person: {count}, halvparten innan {time}",
    en="Answered by a person: {count}, half of them within {time}",
)
MINUTES = Text(nb="{count} min", nn="{count} min", en="{count} min")
HOURS = Text(nb="{count} t", nn="{count} t", en="{count} h")
DAYS = Counted(
    one=Text(nb="{count} døgn", nn="{count} døgn", en="{count} day"),
    more=Text(nb="{count} døgn", nn="{count} døgn", en="{count} days"),
)
