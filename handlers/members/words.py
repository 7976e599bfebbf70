"""The words about who somebody is and what they want to receive."""

from bot.core.texts import Text
from bot.domain.pushes import Kind

ABOUT = Text(nb="Om deg", nn="Om deg", en="About you")
SAVED = Text(nb="Lagret.", nn="Lagra.", en="Saved.")
COMPANY = Text(nb="Bedrift", nn="Bedrift", en="Company")
OTHER_COMPANY = Text(
    nb="Står ikke bedriften der? Skriv navnet.",
    nn="Står ikkje bedrifta der? Skriv namnet.",
    en="Is your company not there? Write its name.",
)
AREAS = Text(nb="Områder du er opptatt av", nn="Område du er oppteken av", en="Areas that interest you")
AREAS_HINT = Text(
    nb="De blir knapper i Hjem-fanen, og arrangører kan sende utsendinger til dem som har valgt et område.",
    nn="Dei blir knappar i Heim-fana, og arrangørar kan sende utsendingar til dei som har valt eit område.",
    en="They become buttons in the Home tab, and organizers can send announcements to those who chose an area.",
)
RECEIVE = Text(nb="Hva du vil ha som direktemelding", nn="Kva du vil ha som direktemelding", en="What you want to get")
KINDS: dict[Kind, Text] = {
    "reminder": Text(nb="Påminnelser", nn="Påminningar", en="Reminders"),
    "announcement": Text(nb="Utsendinger", nn="Utsendingar", en="Announcements"),
    "survey": Text(nb="Undersøkelser", nn="Undersøkingar", en="Surveys"),
    "premises": Text(nb="Nye lokaler", nn="Nye lokale", en="New premises"),
}
NOTHING = Text(nb="ingenting", nn="ingenting", en="nothing")
MUTED = Text(
    nb="Greit. Du får ikke flere av denne typen ({kind}).",
    nn="Greitt. Du får ikkje fleire av denne typen ({kind}).",
    en="All right. You get no more of this kind ({kind}).",
)
UNDO = Text(nb="Angre", nn="Angre", en="Undo")
UNMUTED = Text(nb="Du får dem igjen ({kind}).", nn="Du får dei igjen ({kind}).", en="You get them again ({kind}).")

ROLE_WORD = Text(nb="roller", nn="roller", en="roles")
ROLE_LINE = Text(
    nb="`/naering roller` – gi noen en rolle (administratorer)",
    nn="`/naering roller` – gi nokon ei rolle (administratorar)",
    en="`/naering roles` – give somebody a role (administrators)",
)
ROLES_TITLE = Text(nb="Roller", nn="Roller", en="Roles")
PERSON = Text(nb="Person", nn="Person", en="Person")
ROLE = Text(nb="Rolle", nn="Rolle", en="Role")
GIVEN = Text(nb="{person} er nå {role}.", nn="{person} er no {role}.", en="{person} is now {role}.")
BY_SETTINGS = Text(
    nb="Denne personen er administrator etter oppsettet (ADMINS, ellers eierne av arbeidsområdet), og blir det igjen "
    "hver natt. Endre det der.",
    nn="Denne personen er administrator etter oppsettet (ADMINS, elles eigarane av arbeidsområdet), og blir det igjen "
    "kvar natt. Endre det der.",
    en="This person is an administrator by the settings (ADMINS, else the workspace's owners), and becomes one again "
    "every night. Change it there.",
)
HAVE_ROLES = Text(nb="Disse har en rolle nå:", nn="Desse har ei rolle no:", en="These have a role now:")
PICK_PERSON = Text(nb="Velg en person.", nn="Vel ein person.", en="Choose a person.")
PICK_ROLE = Text(nb="Velg en rolle.", nn="Vel ei rolle.", en="Choose a role.")

GUESTS_WORD = Text(nb="gjester", nn="gjester", en="guests")
GUESTS_LINE = Text(
    nb="`/naering gjester` – slipp gjester til i kanalen du er i (administratorer)",
    nn="`/naering gjester` – slepp gjester til i kanalen du er i (administratorar)",
    en="`/naering guests` – let guests in to the channel you are in (administrators)",
)
NO_CHANNEL = Text(
    nb="Skriv kommandoen i kanalen det gjelder.",
    nn="Skriv kommandoen i kanalen det gjeld.",
    en="Type the command in the channel it is about.",
)
GUESTS_CLOSED = Text(
    nb="Gjester og folk fra andre arbeidsområder slipper *ikke* til i {channel}. Skal de kunne stille spørsmål i "
    "tråder og stemme der?",
    nn="Gjester og folk frå andre arbeidsområde slepp *ikkje* til i {channel}. Skal dei kunne stille spørsmål i trådar "
    "og stemme der?",
    en="Guests and people from other workspaces are *not* let in to {channel}. Should they be able to ask in threads "
    "and vote there?",
)
GUESTS_OPEN = Text(
    nb="Gjester og folk fra andre arbeidsområder kan stille spørsmål i tråder og stemme i {channel}.",
    nn="Gjester og folk frå andre arbeidsområde kan stille spørsmål i trådar og stemme i {channel}.",
    en="Guests and people from other workspaces can ask in threads and vote in {channel}.",
)
OPEN = Text(nb="Slipp til", nn="Slepp til", en="Let in")
SHUT = Text(nb="Steng", nn="Steng", en="Close")
