"""The words about a member's company: found in the register, what it says of itself, who speaks for it."""

from bot.core.texts import Text
from bot.domain.companies.units import State

MINE = Text(nb="Min bedrift", nn="Bedrifta mi", en="My company")
ABOUT = Text(nb="Om bedriften", nn="Om bedrifta", en="About the company")
FIND = Text(nb="Finn bedriften", nn="Finn bedrifta", en="Find the company")
CHANGE = Text(nb="Bytt bedrift", nn="Byt bedrift", en="Change company")
LEAVE = Text(nb="Jeg er ikke der lenger", nn="Eg er ikkje der lenger", en="I am not there any more")
SAVED = Text(nb="Lagret.", nn="Lagra.", en="Saved.")
SEARCH = Text(nb="Søk", nn="Søk", en="Search")
NEXT = Text(nb="Neste", nn="Neste", en="Next")
IT_IS = Text(nb="Ja, det er den", nn="Ja, det er den", en="Yes, that is it")
TRY_AGAIN = Text(nb="Søk på nytt", nn="Søk på nytt", en="Search again")

WHY = Text(
    nb="Resultater kan vises for hver bransje, hvert område og hver størrelse, men aldri for så få at noen kan "
    "kjennes igjen. Kollegaene dine ser og kan endre det samme.",
    nn="Resultat kan visast for kvar bransje, kvart område og kvar storleik, men aldri for så få at nokon kan "
    "kjennast att. Kollegaene dine ser og kan endre det same.",
    en="Results can be shown for each branch, area and size, but never for so few that anybody can be recognised. "
    "Your colleagues see and can change the same.",
)
WHY_CONTACT = Text(
    nb="Resultater kan vises for hver bransje, hvert område og hver størrelse, men aldri for så få at noen kan "
    "kjennes igjen. Tomme felt fylles fra Enhetsregisteret. Bare kontaktpersonene kan endre dette.",
    nn="Resultat kan visast for kvar bransje, kvart område og kvar storleik, men aldri for så få at nokon kan "
    "kjennast att. Tomme felt blir fylte frå Einingsregisteret. Berre kontaktpersonane kan endre dette.",
    en="Results can be shown for each branch, area and size, but never for so few that anybody can be recognised. "
    "Empty fields are filled from Enhetsregisteret. Only the contact persons can change this.",
)

# --- finding it ---

WHICH = Text(
    nb="Organisasjonsnummer eller navn",
    nn="Organisasjonsnummer eller namn",
    en="Organisation number or name",
)
WHICH_HINT = Text(
    nb="Jeg slår opp i Enhetsregisteret. Bare det du skriver her, sendes dit.",
    nn="Eg slår opp i Einingsregisteret. Berre det du skriv her, blir sendt dit.",
    en="I look it up in Enhetsregisteret, the public register. Only what you write here is sent there.",
)
WAITING = Text(
    nb="Jeg spør Enhetsregisteret. Svaret kommer her.",
    nn="Eg spør Einingsregisteret. Svaret kjem her.",
    en="I am asking Enhetsregisteret. The answer comes here.",
)
SILENT = Text(
    nb="Enhetsregisteret svarer ikke nå. Prøv igjen om litt, eller skriv navnet på bedriften under «Om deg» i "
    "Hjem-fanen.",
    nn="Einingsregisteret svarer ikkje no. Prøv igjen om litt, eller skriv namnet på bedrifta under «Om deg» i "
    "Heim-fana.",
    en="Enhetsregisteret does not answer just now. Try again in a while, or write the company's name under “About "
    "you” in the Home tab.",
)
OFF = Text(
    nb="Oppslag i Enhetsregisteret er slått av her. Skriv navnet på bedriften under «Om deg» i Hjem-fanen.",
    nn="Oppslag i Einingsregisteret er slått av her. Skriv namnet på bedrifta under «Om deg» i Heim-fana.",
    en="Lookups in Enhetsregisteret are switched off here. Write the company's name under “About you” in the Home tab.",
)
NO_NUMBER = Text(
    nb="Enhetsregisteret kjenner ikke dette nummeret.",
    nn="Einingsregisteret kjenner ikkje dette nummeret.",
    en="Enhetsregisteret does not know this number.",
)
NO_NAME = Text(
    nb="Jeg finner ingen bedrift med det navnet. Prøv en del av navnet, eller organisasjonsnummeret.",
    nn="Eg finn inga bedrift med det namnet. Prøv ein del av namnet, eller organisasjonsnummeret.",
    en="I find no company of that name. Try a part of it, or the organisation number.",
)
CHOOSE = Text(nb="Hvilken er din?", nn="Kva for ei er di?", en="Which one is yours?")
FOUND = Text(
    nb="Er det denne? Kollegaer som velger den samme, hører til samme bedrift.",
    nn="Er det denne? Kollegaer som vel den same, høyrer til same bedrift.",
    en="Is it this one? Colleagues who choose the same belong to the same company.",
)
SOLE = Text(
    nb="Av enkeltpersonforetak lagrer jeg bare nummer, form, næringskode og status. Navnet kan du selv skrive under "
    "«Om deg».",
    nn="Av enkeltpersonføretak lagrar eg berre nummer, form, næringskode og status. Namnet kan du sjølv skrive under "
    "«Om deg».",
    en="Of sole proprietorships I store only number, form, industry code and state. You can write the name yourself "
    "under “About you”.",
)
LINKED = Text(
    nb="Du hører nå til {company}.",
    nn="Du høyrer no til {company}.",
    en="You now belong to {company}.",
)
SPEAKS = Text(
    nb="Du er kontaktperson for bedriften og har ansvar for opplysningene, lokalene og besøkene. Er det feil, kan du "
    "si fra deg rollen under «Om bedriften» i Hjem-fanen.",
    nn="Du er kontaktperson for bedrifta og har ansvar for opplysningane, lokala og besøka. Er det feil, kan du seie "
    "frå deg rolla under «Om bedrifta» i Heim-fana.",
    en="You are the company's contact person and answer for its information, premises and visits. If that is wrong, "
    "you can give up the role under “About the company” in the Home tab.",
)
UNSPOKEN = Text(
    nb="Ingen er kontaktperson for bedriften, og når flere hører til den, er det kommunen som velger. Be om å bli det "
    "under «Om bedriften» i Hjem-fanen.",
    nn="Ingen er kontaktperson for bedrifta, og når fleire høyrer til der, er det kommunen som vel. Be om å bli det "
    "under «Om bedrifta» i Heim-fana.",
    en="Nobody is the company's contact person, and where several belong to it, the municipality chooses. Ask to "
    "become one under “About the company” in the Home tab.",
)
LEFT = Text(
    nb="Du hører ikke til noen bedrift nå.",
    nn="Du høyrer ikkje til noka bedrift no.",
    en="You belong to no company now.",
)
SURE = Text(
    nb="Kollegaene dine hører fortsatt til bedriften. Er du kontaktperson, er du det ikke lenger.",
    nn="Kollegaene dine høyrer framleis til bedrifta. Er du kontaktperson, er du det ikkje lenger.",
    en="Your colleagues still belong to the company. If you are a contact person, you are not one any more.",
)
STAY = Text(nb="Bli", nn="Bli", en="Stay")

# --- what the register says ---

NUMBER = Text(nb="Org.nr.", nn="Org.nr.", en="Org. no.")
FORM = Text(nb="Form", nn="Form", en="Form")
INDUSTRY = Text(nb="Næring", nn="Næring", en="Industry")
ADDRESS = Text(nb="Adresse", nn="Adresse", en="Address")
EMPLOYEES = Text(nb="Ansatte", nn="Tilsette", en="Employees")
STATE = Text(nb="Status", nn="Status", en="State")
STATES: dict[State, Text] = {
    "active": Text(nb="registrert", nn="registrert", en="registered"),
    "bankrupt": Text(nb="konkurs", nn="konkurs", en="bankrupt"),
    "winding up": Text(nb="under avvikling", nn="under avvikling", en="being wound up"),
    "deleted": Text(nb="slettet", nn="sletta", en="deleted"),
    "gone": Text(nb="fjernet fra registeret", nn="fjerna frå registeret", en="removed from the register"),
}
SOURCE = Text(
    nb="Kilde: Enhetsregisteret, hentet {day}.",
    nn="Kjelde: Einingsregisteret, henta {day}.",
    en="Source: Enhetsregisteret, read on {day}.",
)

# --- what the company says of itself ---

ROLE = Text(nb="Hvem kommunen bør kontakte", nn="Kven kommunen bør kontakte", en="Whom the municipality should contact")
ROLE_HINT = Text(
    nb="En rolle, ikke et navn, for eksempel «daglig leder».",
    nn="Ei rolle, ikkje eit namn, til dømes «dagleg leiar».",
    en="A role, not a name, such as “manager”.",
)
INTERESTS = Text(nb="Hva dere er opptatt av", nn="Kva de er opptekne av", en="What you are interested in")
CONSENT = Text(nb="Samtykke", nn="Samtykke", en="Consent")
CONSENT_YES = Text(
    nb="Nettverket kan velge hvem som får en utsending, etter hva vi er opptatt av",
    nn="Nettverket kan velje kven som får ei utsending, etter kva vi er opptekne av",
    en="The network may choose who gets an announcement by our interests",
)
TOLD = Text(nb="oppgitt {day}", nn="oppgitt {day}", en="told on {day}")
DERIVED = Text(nb="fra Enhetsregisteret", nn="frå Einingsregisteret", en="from Enhetsregisteret")
CONFIRMED = Text(
    nb="Sist bekreftet {day}.",
    nn="Sist stadfesta {day}.",
    en="Last confirmed on {day}.",
)
NOT_CONFIRMED = Text(nb="Ikke bekreftet ennå.", nn="Ikkje stadfesta enno.", en="Not confirmed yet.")
YES = Text(nb="ja", nn="ja", en="yes")
NO = Text(nb="nei", nn="nei", en="no")

# --- who speaks for it ---

CONTACT = Text(nb="Kontaktperson", nn="Kontaktperson", en="Contact person")
CONTACTS = Text(nb="Kontaktpersoner", nn="Kontaktpersonar", en="Contact persons")
NOBODY = Text(nb="ingen ennå", nn="ingen enno", en="nobody yet")
ASK = Text(nb="Be om å bli kontaktperson", nn="Be om å bli kontaktperson", en="Ask to be contact person")
ASKED = Text(
    nb="Jeg har spurt. Du får vite det når noen har svart.",
    nn="Eg har spurt. Du får vite det når nokon har svart.",
    en="I have asked. You are told when somebody has answered.",
)
NOBODY_TO_ASK = Text(
    nb="Det er ingen jeg kan spørre her. Ta kontakt med den i kommunen som har nettverket.",
    nn="Det er ingen eg kan spørje her. Ta kontakt med den i kommunen som har nettverket.",
    en="There is nobody I can ask here. Get in touch with those in the municipality who run the network.",
)
WANTS = Text(
    nb="{person} vil være kontaktperson for {company} ({number}): endre det bedriften oppgir, og bekrefte det en gang "
    "i året.",
    nn="{person} vil vere kontaktperson for {company} ({number}): endre det bedrifta oppgir, og stadfeste det ein gong "
    "i året.",
    en="{person} wants to be contact person of {company} ({number}): to change what the company says of itself, and to "
    "confirm it once a year.",
)
APPROVE = Text(nb="Godkjenn", nn="Godkjenn", en="Approve")
APPROVED = Text(
    nb="{person} er nå kontaktperson for bedriften sin.",
    nn="{person} er no kontaktperson for bedrifta si.",
    en="{person} is now contact person of their company.",
)
BEFORE = Text(
    nb="{person} er kontaktperson fra før.",
    nn="{person} er kontaktperson frå før.",
    en="{person} is contact person already.",
)
YOU_ARE = Text(
    nb="Du er nå kontaktperson for {company}. Under «Om bedriften» i Hjem-fanen endrer du det bedriften oppgir.",
    nn="Du er no kontaktperson for {company}. Under «Om bedrifta» i Heim-fana endrar du det bedrifta oppgir.",
    en="You are now contact person of {company}. Under “About the company” in the Home tab you change what it says.",
)
RESIGN = Text(nb="Slutt som kontaktperson", nn="Slutt som kontaktperson", en="Stop being contact person")
RESIGNED = Text(
    nb="Du er ikke kontaktperson lenger.", nn="Du er ikkje kontaktperson lenger.", en="You are not contact person now."
)

# --- once a year ---

STILL = Text(
    nb="Stemmer dette fortsatt for {company}?",
    nn="Stemmer dette framleis for {company}?",
    en="Does this still hold for {company}?",
)
ALL_RIGHT = Text(nb="Ja, alt stemmer", nn="Ja, alt stemmer", en="Yes, all of it")
THANKS = Text(
    nb="Takk! Jeg spør igjen om et år.", nn="Takk! Eg spør igjen om eit år.", en="Thank you! I ask again in a year."
)
