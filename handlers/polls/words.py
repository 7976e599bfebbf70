"""What organizers and voters read of a poll."""

from bot.core.texts import Text

WORD = Text(nb="puls", nn="puls", en="pulse")
LINE = Text(
    nb="`/naering puls` – åpne målinger og hva du har svart",
    nn="`/naering puls` – opne målingar og kva du har svart",
    en="`/naering pulse` – open polls and what you have answered",
)

# --- on the wall ---

CLOSES = Text(nb="Stenger {when}", nn="Stenger {when}", en="Closes on {when}")
CHOOSE = Text(
    nb="Trykk på svaret ditt. Du kan endre det helt til målingen stenger.",
    nn="Trykk på svaret ditt. Du kan endre det heilt til målinga stenger.",
    en="Press your answer. You can change it until the poll closes.",
)
CHOOSE_SEVERAL = Text(
    nb="Trykk «Svar» og kryss av. Du kan endre det helt til målingen stenger.",
    nn="Trykk «Svar» og kryss av. Du kan endre det heilt til målinga stenger.",
    en="Press “Answer” and tick. You can change it until the poll closes.",
)
CHOOSE_WORDS = Text(
    nb="Trykk «Svar» og skriv. Bare arrangørene leser det. Du kan endre det helt til målingen stenger.",
    nn="Trykk «Svar» og skriv. Berre arrangørane les det. Du kan endre det heilt til målinga stenger.",
    en="Press “Answer” and write. Only organizers read it. You can change it until the poll closes.",
)
ONE_EACH = Text(
    nb="Én svarer for hver bedrift; kollegaer kan se og endre svaret.",
    nn="Éin svarar for kvar bedrift; kollegaer kan sjå og endre svaret.",
    en="One answers for each company; colleagues can see and change the answer.",
)
EACH_HIDDEN = Text(
    nb="Én svarer for hver bedrift; kollegaer kan endre svaret, men ikke se det.",
    nn="Éin svarar for kvar bedrift; kollegaer kan endre svaret, men ikkje sjå det.",
    en="One answers for each company; colleagues can change the answer, but not see it.",
)
ANSWER = Text(nb="Svar", nn="Svar", en="Answer")
AT_MOST = Text(nb="Velg høyst {most}.", nn="Vel høgst {most}.", en="Choose {most} at most.")
TOO_MANY = Text(
    nb="Velg høyst {most}. Her er det {count}.",
    nn="Vel høgst {most}. Her er det {count}.",
    en="Choose {most} at most. Here there are {count}.",
)
NO_ANSWER = Text(nb="Skriv et svar.", nn="Skriv eit svar.", en="Write an answer.")
POINTS = Text(
    nb="Dette kan røpe hvem det gjelder: {found}. Fjern det, eller send likevel.",
    nn="Dette kan røpe kven det gjeld: {found}. Fjern det, eller send likevel.",
    en="This could reveal whom it is about: {found}. Remove it, or send it anyway.",
)
SEND_ANYWAY = Text(nb="Send likevel", nn="Send likevel", en="Send anyway")
MINE = Text(nb="Mitt svar", nn="Svaret mitt", en="My answer")
SHUT = Text(nb="Målingen er stengt.", nn="Målinga er stengd.", en="The poll is closed.")
RESULT = Text(nb="Resultat", nn="Resultat", en="Result")
# --- to the voter alone ---

YOURS = Text(nb="Svaret ditt er «{option}».", nn="Svaret ditt er «{option}».", en="Your answer is “{option}”.")
ALREADY = Text(
    nb="Svaret ditt er fortsatt «{option}».",
    nn="Svaret ditt er framleis «{option}».",
    en="Your answer is still “{option}”.",
)
UNTIL = Text(
    nb="Du kan endre det til målingen stenger {when}.",
    nn="Du kan endre det til målinga stenger {when}.",
    en="You can change it until the poll closes on {when}.",
)
PROMISE = Text(
    nb="Svaret lagres uten navnet ditt, og hvem som har svart, lagres for seg. Boten kan finne svaret igjen med en "
    "nøkkel, så du kan endre det. Nøkkelen ødelegges når målingen stenger. Slack og boten ser selve trykket.",
    nn="Svaret blir lagra utan namnet ditt, og kven som har svart, blir lagra for seg. Boten kan finne att svaret "
    "med ein nøkkel, så du kan endre det. Nøkkelen blir øydelagd når målinga stenger. Slack og boten ser sjølve "
    "trykket.",
    en="The answer is stored without your name, and who has answered is stored separately. The bot can find the "
    "answer again with a key, so that you can change it. The key is destroyed when the poll closes. Slack and the bot "
    "see the press itself.",
)
PROMISED = Text(
    nb="De som svarer anonymt, får vite: «{promise}»",
    nn="Dei som svarar anonymt, får vite: «{promise}»",
    en="Those who answer anonymously are told: “{promise}”",
)
NOT_ANSWERED = Text(
    nb="Du har ikke svart på «{question}».",
    nn="Du har ikkje svart på «{question}».",
    en="You have not answered “{question}”.",
)
HIDDEN = Text(
    nb="Hva bedriften har svart på «{question}», vises ikke igjen, så ingen andre kan lese det. Du kan svare på nytt.",
    nn="Kva bedrifta har svart på «{question}», blir ikkje vist igjen, så ingen andre kan lese det. Du kan svare på "
    "nytt.",
    en="What your company answered to “{question}” is not shown again, so that nobody else can read it. You can answer "
    "anew.",
)
TO_QUESTION = Text(nb="«{question}»", nn="«{question}»", en="“{question}”")

# --- the list ---

OPEN = Text(nb="Åpne målinger", nn="Opne målingar", en="Open polls")
NONE = Text(nb="Ingen målinger er åpne nå.", nn="Ingen målingar er opne no.", en="No polls are open at the moment.")
WHERE = Text(nb="I {channel}", nn="I {channel}", en="In {channel}")
YOU_DID = Text(nb="Du har svart", nn="Du har svart", en="You have answered")
YOU_DID_NOT = Text(nb="Du har ikke svart", nn="Du har ikkje svart", en="You have not answered")
FALLBACK = Text(nb="Finnes bare på bokmål", nn="Finst berre på bokmål", en="Only in Norwegian (bokmål)")
NEW = Text(nb="Ny puls", nn="Ny puls", en="New poll")
CLOSE_NOW = Text(nb="Steng nå", nn="Steng no", en="Close now")
CLOSE_IT = Text(nb="Steng", nn="Steng", en="Close")
SURE = Text(
    nb="Resultatet legges ut i kanalen. Målingen kan ikke åpnes igjen.",
    nn="Resultatet blir lagt ut i kanalen. Målinga kan ikkje opnast igjen.",
    en="The result is posted in the channel. The poll cannot be opened again.",
)
CLOSED_NOW = Text(
    nb="«{question}» er stengt. Resultatet kommer i kanalen.",
    nn="«{question}» er stengd. Resultatet kjem i kanalen.",
    en="“{question}” is closed. The result will appear in the channel.",
)
CLOSED_QUIET = Text(
    nb="«{question}» er stengt. Resultatet legges ut i kanalen {when}, når stilletiden er over.",
    nn="«{question}» er stengd. Resultatet blir lagt ut i kanalen {when}, når stilletida er over.",
    en="“{question}” is closed. The result will be posted in the channel on {when}, when quiet time is over.",
)
CLOSED_BEFORE = Text(
    nb="«{question}» er stengt fra før.", nn="«{question}» er stengd frå før.", en="“{question}” is already closed."
)
WHO = Text(nb="Hvem svarte hva", nn="Kven svarte kva", en="Who answered what")
NOBODY = Text(nb="Ingen ennå", nn="Ingen enno", en="Nobody yet")
MORE = Text(nb="og {count} til", nn="og {count} til", en="and {count} more")

# --- the form ---

TEMPLATE = Text(nb="Ferdig: {name}", nn="Ferdig: {name}", en="Ready: {name}")
SAME_AS = Text(nb="Som sist: {question}", nn="Som sist: {question}", en="As last time: {question}")
ENDS = Text(
    nb="Hva 1 og 5 betyr, på {language}", nn="Kva 1 og 5 tyder, på {language}", en="What 1 and 5 mean, in {language}"
)
ENDS_HINT = Text(
    nb="To linjer, som «Svært dårlig» og «Svært bra».",
    nn="To linjer, som «Svært dårleg» og «Svært bra».",
    en="Two lines, such as “Very badly” and “Very well”.",
)
MOST = Text(nb="Hvor mange kan velges?", nn="Kor mange kan veljast?", en="How many can be chosen?")
MOST_HINT = Text(nb="Tomt felt: alle.", nn="Tomt felt: alle.", en="Left empty: all.")
UNIT = Text(nb="Hvem svarer?", nn="Kven svarar?", en="Who answers?")
BY_COMPANY = Text(nb="Ett svar for hver bedrift", nn="Eitt svar for kvar bedrift", en="One answer for each company")
PREVIEW = Text(nb="Forhåndsvis", nn="Førehandsvis", en="Preview")
PREVIEW_TITLE = Text(nb="Forhåndsvisning", nn="Førehandsvising", en="Preview")
NO_PREVIEW = Text(nb="Skriv et spørsmål først.", nn="Skriv eit spørsmål først.", en="Write a question first.")
QUESTION = Text(nb="Spørsmål på {language}", nn="Spørsmål på {language}", en="Question in {language}")
OPTIONS = Text(nb="Svaralternativer på {language}", nn="Svaralternativ på {language}", en="Options in {language}")
ONE_A_LINE = Text(
    nb="Fra {fewest} til {most}, ett på hver linje.",
    nn="Frå {fewest} til {most}, eitt på kvar linje.",
    en="From {fewest} to {most}, one on each line.",
)
SAME_ORDER = Text(
    nb="Like mange som på bokmål, i samme rekkefølge. Er feltene tomme, vises bokmål.",
    nn="Like mange som på bokmål, i same rekkjefølgje. Er felta tomme, blir bokmål vist.",
    en="As many as in bokmål, in the same order. Where the fields are empty, bokmål is shown.",
)
INVITED = Text(nb="Jeg må være med i kanalen.", nn="Eg må vere med i kanalen.", en="I must be a member of the channel.")
CLOSING = Text(nb="Stenger", nn="Stenger", en="Closes")
WITHOUT_NAMES = Text(nb="Anonymt", nn="Anonymt", en="Anonymously")
WITH_NAMES = Text(nb="Med navn", nn="Med namn", en="With names")
FEW = Text(
    nb="Resultatet vises når målingen stenger, hvis minst {enough} har svart.",
    nn="Resultatet blir vist når målinga stenger, om minst {enough} har svart.",
    en="The result is shown when it closes, if at least {enough} answered.",
)
SEEN = Text(
    nb="Resultatet vises hele tiden. Arrangørene ser hvem som svarte hva.",
    nn="Resultatet blir vist heile tida. Arrangørane ser kven som svarte kva.",
    en="The result shows all the time. Organizers see who answered what.",
)
FEW_READ = Text(
    nb="Arrangørene leser svarene når målingen stenger, hvis minst {enough} har svart.",
    nn="Arrangørane les svara når målinga stenger, om minst {enough} har svart.",
    en="Organizers read the answers when it closes, if at least {enough} answered.",
)
READ = Text(
    nb="Arrangørene ser hele tiden hvem som svarte hva. Ingen andre leser svarene.",
    nn="Arrangørane ser heile tida kven som svarte kva. Ingen andre les svara.",
    en="Organizers always see who answered what. Nobody else reads the answers.",
)
POSTS = Text(
    nb="Det er stilletid. Når skal målingen legges ut?",
    nn="Det er stilletid. Når skal målinga leggjast ut?",
    en="It is quiet time. When is the poll to be posted?",
)
POSTS_LATER = Text(
    nb="{when}, når stilletiden er over", nn="{when}, når stilletida er over", en="{when}, when quiet time is over"
)
POSTS_NOW = Text(nb="Nå", nn="No", en="Now")
MADE = Text(
    nb="Målingen legges ut i {channel} og stenger {when}.",
    nn="Målinga blir lagd ut i {channel} og stenger {when}.",
    en="The poll is posted in {channel} and closes on {when}.",
)
MISSING = Text(
    nb="Mangler på {languages}: der vises bokmål.",
    nn="Manglar på {languages}: der blir bokmål vist.",
    en="Missing in {languages}: bokmål is shown there.",
)
MADE_LATER = Text(
    nb="Målingen legges ut i {channel} {opens}, når stilletiden er over, og stenger {when}.",
    nn="Målinga blir lagd ut i {channel} {opens}, når stilletida er over, og stenger {when}.",
    en="The poll is posted in {channel} on {opens}, when quiet time is over, and closes {when}.",
)
NOT_POSTED = Text(
    nb="Målingen «{question}» kunne ikke legges ut i {channel}. Sjekk at jeg er med der og kan skrive, og prøv igjen.",
    nn="Målinga «{question}» kunne ikkje leggjast ut i {channel}. Sjekk at eg er med der og kan skrive, og prøv igjen.",
    en="The poll “{question}” could not be posted in {channel}. Check that I am there and may write, and try again.",
)
TRYING = Text(
    nb="Målingen legges ut på nytt.", nn="Målinga blir lagd ut på nytt.", en="The poll is being posted again."
)
POSTED = Text(
    nb="Målingen ligger allerede i kanalen.", nn="Målinga ligg alt i kanalen.", en="The poll is already in the channel."
)
