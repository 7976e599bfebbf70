"""The words around who is invited to an event, and who asks for a seat."""

from bot.core.texts import Text
from bot.domain.events.invited import ASKED, DECLINED, GRANTED, INVITED

TITLE = Text(nb="Inviterte", nn="Inviterte", en="Invited")
INTRO = Text(
    nb="*{title}*\nDe du velger her, får en personlig invitasjon, én gang. For et utkast kommer den når du legger det "
    "ut.",
    nn="*{title}*\nDei du vel her, får ei personleg innbyding, éin gong. For eit utkast kjem ho når du legg det ut.",
    en="*{title}*\nThose you choose here get a personal invitation, once. For a draft it comes when you post it.",
)
PEOPLE = Text(nb="Personer", nn="Personar", en="People")
COMPANIES = Text(nb="Bedrifter", nn="Bedrifter", en="Companies")
COMPANIES_HINT = Text(
    nb="Alle medlemmer som hører til bedriften, er invitert.",
    nn="Alle medlemmer som høyrer til bedrifta, er inviterte.",
    en="All members who belong to the company are invited.",
)
WHO = Text(nb="Hvem kan melde seg på?", nn="Kven kan melde seg på?", en="Who can sign up?")
ONLY = Text(nb="Bare de som er invitert", nn="Berre dei som er inviterte", en="Only those invited")
ONLY_HINT = Text(
    nb="Andre kan be om plass. Den som alt er påmeldt, beholder plassen.",
    nn="Andre kan be om plass. Den som alt er påmeld, held på plassen.",
    en="Others can ask for a seat. Whoever has signed up already keeps the seat.",
)
BY_INVITATION = Text(nb="Bare for inviterte", nn="Berre for inviterte", en="By invitation only")
ASK = Text(nb="Be om plass", nn="Be om plass", en="Ask for a seat")
ANSWERED = {
    ASKED: Text(
        nb="Du har bedt om plass på «{title}». Arrangøren svarer deg her i Slack.",
        nn="Du har bede om plass på «{title}». Arrangøren svarer deg her i Slack.",
        en="You have asked for a seat at “{title}”. The organizer answers you here in Slack.",
    ),
    DECLINED: Text(
        nb="Arrangøren har dessverre ikke plass til deg på «{title}».",
        nn="Arrangøren har diverre ikkje plass til deg på «{title}».",
        en="Unfortunately the organizer has no seat for you at “{title}”.",
    ),
    INVITED: Text(
        nb="Du er invitert til «{title}». Trykk «Kommer» for å melde deg på.",
        nn="Du er invitert til «{title}». Trykk «Kjem» for å melde deg på.",
        en="You are invited to “{title}”. Press “Coming” to sign up.",
    ),
    GRANTED: Text(
        nb="Du kan komme på «{title}». Trykk «Kommer» for å melde deg på.",
        nn="Du kan kome på «{title}». Trykk «Kjem» for å melde deg på.",
        en="You can come to “{title}”. Press “Coming” to sign up.",
    ),
}
ASKS = Text(
    nb="<@{person}> ber om plass på «{title}».",
    nn="<@{person}> ber om plass på «{title}».",
    en="<@{person}> asks for a seat at “{title}”.",
)
OF_COMPANY = Text(nb="Bedrift: {company}", nn="Bedrift: {company}", en="Company: {company}")
GRANT = Text(nb="Inviter", nn="Inviter", en="Invite")
DECLINE = Text(nb="Avslå", nn="Avslå", en="Decline")
DECIDED = {
    True: Text(
        nb="<@{person}> er invitert og får beskjed.",
        nn="<@{person}> er invitert og får melding.",
        en="<@{person}> is invited and is told.",
    ),
    False: Text(
        nb="<@{person}> får beskjed om at det ikke er plass.",
        nn="<@{person}> får melding om at det ikkje er plass.",
        en="<@{person}> is told that there is no seat.",
    ),
}
DECIDED_BEFORE = Text(
    nb="Dette er alt besvart. Du finner listen under «Inviterte».",
    nn="Dette er alt svart på. Du finn lista under «Inviterte».",
    en="This has been answered already. The list is under “Invited”.",
)
INVITATION = Text(
    nb="Du er invitert til «{title}».", nn="Du er invitert til «{title}».", en="You are invited to “{title}”."
)
SAVED = Text(
    nb="Listen er lagret. De nye får en invitasjon.",
    nn="Lista er lagra. Dei nye får ei innbyding.",
    en="The list is saved. The new ones get an invitation.",
)
