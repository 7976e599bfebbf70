"""What organizers and those who answer read of a survey."""

from bot.core.texts import Counted, Text

WORD = Text(nb="undersøkelse", nn="undersøking", en="survey")
LINE = Text(
    nb="`/naering undersøkelse` – undersøkelser som bedriften din er invitert til",
    nn="`/naering undersøking` – undersøkingar som bedrifta di er invitert til",
    en="`/naering survey` – surveys that your company is invited to",
)
TITLE = Text(nb="Undersøkelse", nn="Undersøking", en="Survey")

# --- to those who answer ---

INVITED = Counted(
    Text(
        nb="Bedriften din er invitert til å svare på «{name}». Du kan lagre og fortsette senere. Én svarer for hele "
        "bedriften. Undersøkelsen stenger {when}.",
        nn="Bedrifta di er invitert til å svare på «{name}». Du kan lagre og halde fram seinare. Éin svarar for heile "
        "bedrifta. Undersøkinga stenger {when}.",
        en="Your company is invited to answer “{name}”. You can save and go on later. One answers for the whole "
        "company. The survey closes on {when}.",
    ),
    Text(
        nb="Bedriften din er invitert til å svare på «{name}». Undersøkelsen har {count} deler, og du kan lagre og "
        "fortsette senere. Én svarer for hele bedriften. Undersøkelsen stenger {when}.",
        nn="Bedrifta di er invitert til å svare på «{name}». Undersøkinga har {count} delar, og du kan lagre og halde "
        "fram seinare. Éin svarar for heile bedrifta. Undersøkinga stenger {when}.",
        en="Your company is invited to answer “{name}”. It has {count} parts, and you can save and go on later. One "
        "answers for the whole company. The survey closes on {when}.",
    ),
)
REMINDED = Text(
    nb="Bedriften din har ikke svart på «{name}» ennå. Undersøkelsen stenger {when}.",
    nn="Bedrifta di har ikkje svart på «{name}» enno. Undersøkinga stenger {when}.",
    en="Your company has not answered “{name}” yet. The survey closes on {when}.",
)
PROMISE = Text(
    nb="Svarene lagres uten navn, og hvilke bedrifter som har svart, lagres for seg. Før undersøkelsen stenger, "
    "ser ingen andre det du fyller ut, heller ikke kollegaer, men boten kan finne det igjen med en nøkkel, så du "
    "kan endre det. Nøkkelen ødelegges når undersøkelsen stenger. Slack og boten ser det du fyller ut.",
    nn="Svara blir lagra utan namn, og kva bedrifter som har svart, blir lagra for seg. Før undersøkinga stenger, "
    "ser ingen andre det du fyller ut, heller ikkje kollegaer, men boten kan finne det att med ein nøkkel, så du "
    "kan endre det. Nøkkelen blir øydelagd når undersøkinga stenger. Slack og boten ser det du fyller ut.",
    en="Answers are stored without names, and which companies have answered is stored separately. Before the "
    "survey closes nobody else sees what you fill in, not even colleagues, but the bot can find it again with a key, "
    "so that you can change it. The key is destroyed when the survey closes. Slack and the bot see what you fill in.",
)
PROMISED = Text(
    nb="De som svarer, får vite: «{promise}»",
    nn="Dei som svarar, får vite: «{promise}»",
    en="Those who answer are told: “{promise}”",
)
ANSWER = Text(nb="Svar", nn="Svar", en="Answer")
STEP = Text(nb="Del {step} av {steps}", nn="Del {step} av {steps}", en="Part {step} of {steps}")
NEXT = Text(nb="Neste", nn="Neste", en="Next")
LATER = Text(nb="Lagre og fortsett senere", nn="Lagre og hald fram seinare", en="Save and go on later")
KEPT = Text(
    nb="Det du har fylt ut, er lagret. Fortsett når du vil med `/naering undersøkelse`, fram til {when}.",
    nn="Det du har fylt ut, er lagra. Hald fram når du vil med `/naering undersøking`, fram til {when}.",
    en="What you have filled in is saved. Go on whenever you like with `/naering survey`, until {when}.",
)
KEPT_CHANGE = Text(
    nb="Endringen er lagret, men ikke sendt: det du sendte før, gjelder fortsatt. Fortsett når du vil med "
    "`/naering undersøkelse`, fram til {when}.",
    nn="Endringa er lagra, men ikkje send: det du sende før, gjeld framleis. Hald fram når du vil med "
    "`/naering undersøking`, fram til {when}.",
    en="The change is saved but not sent: what you sent before still counts. Go on whenever you like with "
    "`/naering survey`, until {when}.",
)
THANKS = Text(
    nb="Takk! Svaret er sendt på vegne av bedriften. Du kan endre det fram til {when} med `/naering undersøkelse`.",
    nn="Takk! Svaret er sendt på vegner av bedrifta. Du kan endre det fram til {when} med `/naering undersøking`.",
    en="Thank you! The answer has been sent on behalf of your company. You can change it until {when} with "
    "`/naering survey`.",
)
CHANGED = Text(
    nb="Takk! Svaret er endret. Du kan endre det igjen fram til {when}.",
    nn="Takk! Svaret er endra. Du kan endre det igjen fram til {when}.",
    en="Thank you! The answer has been changed. You can change it again until {when}.",
)
CHANGE = Text(nb="Endre svaret", nn="Endre svaret", en="Change the answer")
CHANGING = Text(
    nb="Svaret er sendt. Det du endrer her, gjelder først når du sender på nytt.",
    nn="Svaret er sendt. Det du endrar her, gjeld først når du sender på nytt.",
    en="The answer has been sent. What you change here counts once you send it again.",
)
AT_MOST = Text(nb="Velg høyst {most}.", nn="Vel høgst {most}.", en="Choose {most} at most.")
TOO_MANY = Text(
    nb="Velg høyst {most}. Her er det {count}.",
    nn="Vel høgst {most}. Her er det {count}.",
    en="Choose {most} at most. Here there are {count}.",
)
OPTIONAL = Text(nb="Bare arrangørene leser dette.", nn="Berre arrangørane les dette.", en="Only organizers read this.")
POINTS = Text(
    nb="Dette kan røpe hvem det gjelder: {found}. Fjern det, eller gå videre uten å endre noe.",
    nn="Dette kan røpe kven det gjeld: {found}. Fjern det, eller gå vidare utan å endre noko.",
    en="This could reveal whom it is about: {found}. Remove it, or go on without changing anything.",
)
NONE = Text(
    nb="Bedriften din er ikke invitert til noen undersøkelse nå.",
    nn="Bedrifta di er ikkje invitert til noka undersøking no.",
    en="Your company is not invited to any survey at the moment.",
)
OPEN = Text(
    nb="«{name}» stenger {when}. Bedriften din har ikke svart.",
    nn="«{name}» stenger {when}. Bedrifta di har ikkje svart.",
    en="“{name}” closes on {when}. Your company has not answered.",
)
DONE = Text(
    nb="«{name}»: bedriften din har svart. Takk!",
    nn="«{name}»: bedrifta di har svart. Takk!",
    en="“{name}”: your company has answered. Thank you!",
)

MINE = Text(
    nb="«{name}»: du har svart for bedriften. Takk! Du kan endre svaret fram til {when}.",
    nn="«{name}»: du har svart for bedrifta. Takk! Du kan endre svaret fram til {when}.",
    en="“{name}”: you have answered for your company. Thank you! You can change the answer until {when}.",
)
PENDING = Text(
    nb="«{name}»: du har svart for bedriften. Du har en endring som ikke er sendt. Det du sendte før, gjelder "
    "fortsatt. Du kan sende endringen fram til {when}.",
    nn="«{name}»: du har svart for bedrifta. Du har ei endring som ikkje er send. Det du sende før, gjeld framleis. "
    "Du kan sende endringa fram til {when}.",
    en="“{name}”: you have answered for your company. You have a change that has not been sent. What you sent before "
    "still counts. You can send the change until {when}.",
)

# --- to organizers ---

SURVEYS = Text(nb="Undersøkelser", nn="Undersøkingar", en="Surveys")
NEW = Text(nb="Ny undersøkelse", nn="Ny undersøking", en="New survey")
FROM_2018 = Text(nb="Ny fra Næringspuls 2018", nn="Ny frå Næringspuls 2018", en="New from Næringspuls 2018")
EDIT = Text(nb="Endre spørsmålene", nn="Endre spørsmåla", en="Change the questions")
BEGIN = Text(nb="Start en runde", nn="Start ein runde", en="Begin a round")
NAME = Text(nb="Navn på {language}", nn="Namn på {language}", en="Name in {language}")
PARTS = Text(nb="Spørsmål på {language}", nn="Spørsmål på {language}", en="Questions in {language}")
HOW = Text(
    nb="`# ` begynner en del, `- ` et svaralternativ; andre linjer er spørsmål. I parentes etter spørsmålet står "
    "hvordan det besvares: `(flere)`, `(flere, høyst 3)`, `(1–5)` med to linjer om hva 1 og 5 betyr, `(0–10)`, "
    "`(ja/nei)`, `(egne ord)`. Uten parentes velges ett svar.",
    nn="`# ` begynner ein del, `- ` eit svaralternativ; andre linjer er spørsmål. I parentes etter spørsmålet står "
    "korleis ein svarar: `(fleire)`, `(fleire, høgst 3)`, `(1–5)` med to linjer om kva 1 og 5 tyder, `(0–10)`, "
    "`(ja/nei)`, `(eigne ord)`. Utan parentes vel ein eitt svar.",
    en="`# ` begins a part, `- ` an option; other lines are questions. Brackets after a question tell how it is "
    "answered: `(several)`, `(several, at most 3)`, `(1-5)` with two lines on what 1 and 5 mean, `(0-10)`, "
    "`(yes/no)`, `(own words)`. Without brackets one option is chosen.",
)
SAVED = Text(
    nb="«{name}» er lagret. Start en runde når du vil spørre: `/naering undersøkelse`.",
    nn="«{name}» er lagra. Start ein runde når du vil spørje: `/naering undersøking`.",
    en="“{name}” has been saved. Begin a round when you want to ask: `/naering survey`.",
)
PREVIEW = Text(nb="Forhåndsvis", nn="Førehandsvis", en="Preview")
PREVIEW_TITLE = Text(nb="Forhåndsvisning", nn="Førehandsvising", en="Preview")
PREVIEWED = Text(
    nb="Slik ser undersøkelsen ut for dem som svarer. Ingenting du fyller ut her, blir lagret.",
    nn="Slik ser undersøkinga ut for dei som svarar. Ingenting du fyller ut her, blir lagra.",
    en="This is how the survey looks to those who answer. Nothing that you fill in here is stored.",
)
LACKS = Text(
    nb="Undersøkelsen finnes ikke på {language}; de som har valgt det språket, får spørsmålene på bokmål.",
    nn="Undersøkinga finst ikkje på {language}; dei som har valt det språket, får spørsmåla på bokmål.",
    en="The survey does not exist in {language}; those who chose that language get the questions in bokmål.",
)
DONE_LOOKING = Text(nb="Ferdig", nn="Ferdig", en="Done")
ROUND = Text(
    nb="Navn på runden, for eksempel årstallet",
    nn="Namn på runden, til dømes årstalet",
    en="Name of the round, such as the year",
)
COMPANIES = Text(nb="Inviterte bedrifter", nn="Inviterte bedrifter", en="Invited companies")
ALL = Text(
    nb="Tomt felt: alle i registeret.", nn="Tomt felt: alle i registeret.", en="Left empty: all in the register."
)
CLOSES = Text(nb="Stenger", nn="Stenger", en="Closes")
REMINDERS = Text(
    nb="De inviterte får én melding hver nå, og de som ikke har svart, én påminnelse etter 3 og én etter 5 "
    "arbeidsdager.",
    nn="Dei inviterte får éi melding kvar no, og dei som ikkje har svart, éi påminning etter 3 og éi etter 5 "
    "arbeidsdagar.",
    en="Those invited get one message each now, and who has not answered one reminder after 3 and one after 5 "
    "working days.",
)
BEGUN = Text(
    nb="«{name}» er åpen til {when}. {state}",
    nn="«{name}» er open til {when}. {state}",
    en="“{name}” is open until {when}. {state}",
)
STATE = Text(
    nb="Invitert: {invited} · Sendt: {told} · Svart: {answered} ({rate} %)",
    nn="Invitert: {invited} · Sendt: {told} · Svart: {answered} ({rate} %)",
    en="Invited: {invited} · Sent: {told} · Answered: {answered} ({rate}%)",
)
UNREACHABLE = Counted(
    Text(
        nb="Én bedrift har ingen medlemmer her, så ingen der får invitasjonen.",
        nn="Éi bedrift har ingen medlemer her, så ingen der får invitasjonen.",
        en="One company has no members here, so nobody there gets the invitation.",
    ),
    Text(
        nb="{count} bedrifter har ingen medlemmer her, så ingen der får invitasjonen.",
        nn="{count} bedrifter har ingen medlemer her, så ingen der får invitasjonen.",
        en="{count} companies have no members here, so nobody there gets the invitation.",
    ),
)
OPEN_UNTIL = Text(nb="Stenger {when}", nn="Stenger {when}", en="Closes on {when}")
SHUT = Text(nb="Stengt", nn="Stengd", en="Closed")
CLOSE_NOW = Text(nb="Steng nå", nn="Steng no", en="Close now")
CLOSE_IT = Text(nb="Steng", nn="Steng", en="Close")
SURE = Text(
    nb="Det som ikke er sendt, slettes. Runden kan ikke åpnes igjen.",
    nn="Det som ikkje er sendt, blir sletta. Runden kan ikkje opnast igjen.",
    en="What has not been sent is deleted. The round cannot be opened again.",
)
CLOSED = Text(nb="«{name}» er stengt. {state}", nn="«{name}» er stengd. {state}", en="“{name}” is closed. {state}")
SHOW = Text(nb="Resultater", nn="Resultat", en="Results")
CHOOSE = Text(nb="Velg et spørsmål", nn="Vel eit spørsmål", en="Choose a question")
UNSURE = Text(
    nb="For få svar til å si noe sikkert.",
    nn="For få svar til å seie noko sikkert.",
    en="Too few answers to be sure.",
)
