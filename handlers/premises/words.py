"""The words about vacant premises."""

from bot.core.texts import Text

WORD = Text(nb="lokaler", nn="lokale", en="premises")
LINE = Text(
    nb="`/naering lokaler` – ledige lokaler og tomter: finn, legg ut, og få vite om nye",
    nn="`/naering lokale` – ledige lokale og tomter: finn, legg ut, og få vite om nye",
    en="`/naering premises` – vacant premises and sites: find them, put them out, hear of new ones",
)
TITLE = Text(nb="Ledige lokaler", nn="Ledige lokale", en="Vacant premises")
ONE = Text(nb="Ledig lokale", nn="Ledig lokale", en="Vacant premises")
MINE = Text(nb="Mine lokaler og søk", nn="Lokala og søka mine", en="My premises, searches")

# --- facts ---

SIZE = Text(nb="{size} m²", nn="{size} m²", en="{size} m²")
PRICE = Text(nb="{band} per m² i året", nn="{band} per m² i året", en="{band} per m² a year")
NOW = Text(nb="ledig nå", nn="ledig no", en="free now")
FROM = Text(nb="ledig fra {day}", nn="ledig frå {day}", en="free from {day}")
ADDRESS = Text(nb="Adresse: {address}", nn="Adresse: {address}", en="Address: {address}")
CONTACT = Text(nb="Kontakt: {contact}", nn="Kontakt: {contact}", en="Contact: {contact}")
OWNER = Text(nb="Lagt ut av: {owner}", nn="Lagt ut av: {owner}", en="Put out by: {owner}")
UNTIL = Text(nb="Står i oversikten til {day}.", nn="Står i oversikta til {day}.", en="In the list until {day}.")
OFF = Text(
    nb="Står ikke i oversikten. Slettes 90 dager etter siste endring.",
    nn="Står ikkje i oversikta. Blir sletta 90 dagar etter siste endring.",
    en="Not in the list. Deleted 90 days after the last change.",
)
AREA_PLAN = Text(
    nb="Plan og regulering for {area}", nn="Plan og regulering for {area}", en="Plan and zoning for {area}"
)

# --- the list ---

FOUND = Text(nb="Viser: {search}.", nn="Viser: {search}.", en="Showing: {search}.")
ALL = Text(nb="alle lokaler og tomter", nn="alle lokale og tomter", en="all premises and sites")
NOTHING = Text(
    nb="Ingen lokaler i oversikten passer nå.",
    nn="Ingen lokale i oversikta passar no.",
    en="Nothing in the list fits just now.",
)
TOUCHED = Text(
    nb="Oversikten ble sist endret {day}.",
    nn="Oversikta vart sist endra {day}.",
    en="The list was last changed on {day}.",
)
NEVER = Text(
    nb="Ingenting er lagt ut her nå. Har du et ledig lokale, kan du legge det ut.",
    nn="Ingenting er lagt ut her no. Har du eit ledig lokale, kan du leggje det ut.",
    en="Nothing is put out here just now. If you have vacant premises, you can put them out.",
)
ANY_KIND = Text(nb="Alle slag", nn="Alle slag", en="Every kind")
ANY_AREA = Text(nb="Alle områder", nn="Alle område", en="Every area")
SHOW = Text(nb="Vis", nn="Vis", en="Show")
SPOKEN = Text(nb="Vis: {title}", nn="Vis: {title}", en="Show: {title}")
SEARCH = Text(nb="Søk", nn="Søk", en="Search")
PUT_OUT = Text(nb="Legg ut lokale", nn="Legg ut lokale", en="Put out premises")
TELL_ME = Text(nb="Si fra om nye", nn="Sei frå om nye", en="Tell me of new ones")

# --- looking ---

AT_LEAST = Text(nb="minst {size} m²", nn="minst {size} m²", en="at least {size} m²")
BELOW = Text(
    nb="under {most} kr per m² i året", nn="under {most} kr per m² i året", en="below NOK {most} per m² a year"
)
FREE_BY = Text(nb="ledig innen {day}", nn="ledig innan {day}", en="free by {day}")
KIND = Text(nb="Hva slags lokale", nn="Kva slag lokale", en="What kind")
AREA = Text(nb="Område", nn="Område", en="Area")
WANTED_SIZE = Text(
    nb="Minst så mange kvadratmeter", nn="Minst så mange kvadratmeter", en="At least so many square metres"
)
WANTED_PRICE = Text(nb="Høyeste pris", nn="Høgaste pris", en="Highest price")
WANTED_PRICE_HINT = Text(
    nb="Lokaler uten oppgitt pris blir også vist.",
    nn="Lokale utan oppgitt pris blir òg viste.",
    en="Premises whose price is not told are shown too.",
)
WANTED_BY = Text(nb="Ledig innen", nn="Ledig innan", en="Free by")
KEPT = Text(
    nb="Greit. Du får en melding når noe nytt passer: {search}. Du stopper søket under «{mine}» eller med en knapp i "
    "meldingen.",
    nn="Greitt. Du får ei melding når noko nytt passar: {search}. Du stoppar søket under «{mine}» eller med ein knapp "
    "i meldinga.",
    en="All right. You get a message when something new fits: {search}. You can stop the search under “{mine}” or with "
    "a button in the message.",
)
KEPT_MUTED = Text(
    nb="Du har valgt bort meldinger om nye lokaler. Slå dem på under «Om deg» i Hjem-fanen.",
    nn="Du har valt bort meldingar om nye lokale. Slå dei på under «Om deg» i Heim-fana.",
    en="You have opted out of messages about new premises. Turn them on under “About you” in the Home tab.",
)
STOP = Text(nb="Stopp dette søket", nn="Stopp dette søket", en="Stop this search")
STOPPED = Text(nb="Søket er stoppet: {search}.", nn="Søket er stoppa: {search}.", en="The search is stopped: {search}.")
SEARCHES = Text(nb="Jeg sier fra om nye:", nn="Eg seier frå om nye:", en="I tell you of new ones:")

# --- putting out ---

NEW = Text(nb="Legg ut lokale", nn="Legg ut lokale", en="Put out premises")
EDIT_TITLE = Text(nb="Endre lokale", nn="Endre lokale", en="Change premises")
NAME = Text(nb="Overskrift på {language}", nn="Overskrift på {language}", en="Heading in {language}")
OTHER_AREA = Text(nb="Et annet sted", nn="Ein annan stad", en="Somewhere else")
STREET = Text(nb="Adresse", nn="Adresse", en="Address")
LEAST = Text(nb="Kvadratmeter, fra", nn="Kvadratmeter, frå", en="Square metres, from")
MOST = Text(nb="Kvadratmeter, til", nn="Kvadratmeter, til", en="Square metres, to")
MOST_HINT = Text(
    nb="Bare når lokalet kan deles eller ha flere størrelser.",
    nn="Berre når lokalet kan delast eller ha fleire storleikar.",
    en="Only where the premises can be divided or come in several sizes.",
)
YEARLY = Text(nb="Pris per m² i året", nn="Pris per m² i året", en="Price per m² a year")
NO_PRICE = Text(nb="Ikke oppgitt", nn="Ikkje oppgitt", en="Not given")
FREE_FROM = Text(nb="Ledig fra", nn="Ledig frå", en="Free from")
FREE_FROM_HINT = Text(nb="Tomt felt: ledig nå.", nn="Tomt felt: ledig no.", en="Left empty: free now.")
PERSON = Text(nb="Kontaktperson", nn="Kontaktperson", en="Contact person")
ROLE = Text(nb="Annen kontakt", nn="Annan kontakt", en="Other contact")
ROLE_HINT = Text(
    nb="For eksempel en rolle med e-postadresse. Ett av de to feltene må fylles ut.",
    nn="Til dømes ei rolle med e-postadresse. Eitt av dei to felta må fyllast ut.",
    en="For example a role with an e-mail address. One of the two fields must be filled in.",
)
AS_COMPANY = Text(
    nb="Lokalet legges ut for {company}. Kollegaene dine der kan også endre det.",
    nn="Lokalet blir lagt ut for {company}. Kollegaene dine der kan òg endre det.",
    en="The premises are put out for {company}. Your colleagues there can change them too.",
)
ALL_SEE = Text(
    nb="Alle medlemmer ser det. Om 30 dager spør jeg om det fortsatt er ledig; uten svar innen en uke tar jeg det "
    "bort.",
    nn="Alle medlemmer ser det. Om 30 dagar spør eg om det framleis er ledig; utan svar innan ei veke tek eg det bort.",
    en="All members see it. In 30 days I ask whether it is still vacant; without an answer within a week I take it "
    "off.",
)
OUT = Text(
    nb="«{title}» står i oversikten. Om 30 dager spør jeg deg om det fortsatt er ledig.",
    nn="«{title}» står i oversikta. Om 30 dagar spør eg deg om det framleis er ledig.",
    en="“{title}” is in the list. In 30 days I ask you whether it is still vacant.",
)
SAVED = Text(
    nb="Endringen av «{title}» er lagret.", nn="Endringa av «{title}» er lagra.", en="The change of “{title}” is saved."
)

# --- still vacant? ---

STILL = Text(
    nb="Fortsatt ledig? «{title}» står i oversikten over ledige lokaler. Uten svar innen {day} tar jeg det bort.",
    nn="Framleis ledig? «{title}» står i oversikta over ledige lokale. Utan svar innan {day} tek eg det bort.",
    en="Still vacant? “{title}” is in the list of vacant premises. Without an answer by {day} I take it off.",
)
YES = Text(nb="Ja, fortsatt ledig", nn="Ja, framleis ledig", en="Yes, still vacant")
NO = Text(nb="Nei, ta det bort", nn="Nei, ta det bort", en="No, take it off")
VACANT_STILL = Text(nb="Fortsatt ledig", nn="Framleis ledig", en="Still vacant")
TAKE_OFF = Text(nb="Ta bort", nn="Ta bort", en="Take off")
PUT_BACK = Text(nb="Legg ut igjen", nn="Legg ut igjen", en="Put out again")
NOBODY = Text(
    nb="Ingen kan svare på om lokalene til {owner} fortsatt er ledige. Uten svar innen {day} tar jeg dem bort. Gi "
    "bedriften en kontaktperson med `/naering bedrifter`, eller bekreft lokalene selv under `/naering lokaler`.",
    nn="Ingen kan svare på om lokala til {owner} framleis er ledige. Utan svar innan {day} tek eg dei bort. Gi "
    "bedrifta ein kontaktperson med `/naering bedrifter`, eller stadfest lokala sjølv under `/naering lokaler`.",
    en="Nobody can answer whether the premises of {owner} are still vacant. Without an answer by {day} I take them "
    "off. Give the company a contact person with `/naering companies`, or confirm them under `/naering premises`.",
)
NOBODYS = Text(
    nb="Ingen kan svare på om «{title}» fortsatt er ledig. Uten svar innen {day} tar jeg det bort. Bekreft det selv "
    "under `/naering lokaler`.",
    nn="Ingen kan svare på om «{title}» framleis er ledig. Utan svar innan {day} tek eg det bort. Stadfest det sjølv "
    "under `/naering lokaler`.",
    en="Nobody can answer whether “{title}” is still vacant. Without an answer by {day} I take it off. Confirm it "
    "yourself under `/naering premises`.",
)
VACANT = Text(
    nb="Takk! «{title}» står i oversikten i 30 dager til, så spør jeg igjen.",
    nn="Takk! «{title}» står i oversikta i 30 dagar til, så spør eg igjen.",
    en="Thank you! “{title}” stays in the list for 30 more days, then I ask again.",
)
TAKEN = Text(
    nb="«{title}» er tatt ut av oversikten.", nn="«{title}» er teke ut av oversikta.", en="“{title}” is off the list."
)
HIDDEN = Text(
    nb="Jeg fikk ikke svar, så «{title}» er tatt ut av oversikten. Er det fortsatt ledig, legger du det ut igjen med "
    "ett trykk.",
    nn="Eg fekk ikkje svar, så «{title}» er teke ut av oversikta. Er det framleis ledig, legg du det ut igjen med eitt "
    "trykk.",
    en="I got no answer, so “{title}” is off the list. If it is still vacant, one press puts it out again.",
)
BY_OTHER = Text(
    nb="{person} har endret «{title}», som du la ut. Slik er det nå:",
    nn="{person} har endra «{title}», som du la ut. Slik er det no:",
    en="{person} has changed “{title}”, which you put out. It is now like this:",
)

# --- something new ---

NEWS = Text(
    nb="Nytt i oversikten over ledige lokaler ({search}):",
    nn="Nytt i oversikta over ledige lokale ({search}):",
    en="New in the list of vacant premises ({search}):",
)
