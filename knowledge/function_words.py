"""The small words of bokmål, nynorsk and English: what tells the language, and what carries no subject."""

# Words that stand in one language only: they tell which it is.
TELLS = {
    "nb": """hva hvem hvor hvordan hvilken hvilket hvilke hvorfor hvilken ikke jeg noe noen mye dere deres fra være ble
        en et nå også flere mange? hun hver hvert sånn sånt noensinne ennå etter deg hvis bare kun annet andre hvorvidt
        hos blitt vært skulle ville uten hvorav eller mellom hele selv ligger kommer finnes koster betyr virker heter
        gjør søker tilbyr trenger starter åpner holder""",
    "nn": """kva kven kvar kor korleis korleis kvifor ikkje eg ein eit noko nokon nokre mykje dykk dykkar frå vere vert
        vart ho me no òg fleire kvart kvarandre kvar heile anna saman berre gjere gjer korvidt sidan hjå vore medan ned
        heiter kjem ligg finst kostar tyder søkjer treng startar opnar held gjeld skjer tilbyr korkje råd heiter blei
        nokolunde kvifor desse verksemda vere tek dei""",
    "en": """the is are was were of and to what who whom where how when which why do does did you your my we our there
        any it its this that these those in on at with from by be been has have had can't could would should will a an
        i me us they them their or if not no? about into than as many much more most please pls need want get im i'm
        am whats what's out new some tell give show find""",
}
# Words that both forms of Norwegian share.
NORWEGIAN = """er og i på til for av det som kan vil med har om å den de vi du oss man da så men eller ved hjelp finne få
    skal må bli blir var når seg sin sitt sine min mitt mine vår vårt våre denne dette der her mot under over hei opp ut
    inn kommunen bedriften"""
# Further words that say nothing about what is asked.
EMPTY = """aa paa faa naar saa vaere vaar pa fa nar sa hei heisann hallo hello hi hey takk thanks thank kan kunne kunna
    kanskje jo vel nok bare berre altså egentlig eigentleg også too also just really actually ok okay greit fint bra god
    godt gjerne helst helse hilsen mvh ca cirka omtrent ganske veldig very så sånt slik slikt slike sånne hva hvem hvor
    ha hadde haddes gi gitt gir får fekk fikk fått bør burde burte skulle ville ville må måtte mulig mogleg possible
    finnes finst fins exist exists finne finn finner find synes synest tror trur think lurer lurar wonder wondering vite
    vita know si sier seier sei say says said tell fortell fortelle fortel vis show give explain forklar kort litt noko
    something anything everything thing things ting måte way ways går gå go going gjøre gjort gjer gjere gjør make made
    making doing done dag today nå no now currently presently here her there der etc osv mm bl.a blant among mellom
    between både both og and eller or men but fordi because siden sidan since etter after før before enn than mer meir
    more mest most mange mykje mye many much få few flere fleire andre annen annet anna other others another egen eget
    eigen own selv sjølv self samme same alle all alt everything hele heile whole hver kvar each every any hverken via
    per pr the a an is are was were be been being am im ive id ill dont doesnt isnt cant wont whats hows wheres whos
    does do did has have had will would could should shall may might must can please pls plz lol hmm eh altsa deres
    vår vårt våre our ours us we vi me my mine min mitt mine i jeg eg meg you your yours du deg din ditt dine dere de
    dykk dykkar they them their de dem dei deira he she his her han hun ho it its den det this that these those dette
    denne disse desse hvilken hvilket hvilke kva for in on at of to from by with without about into onto over under om
    av på i til fra frå med uten utan ved hos hjå mot gjennom gjennom under innen innan innenfor innafor som who whom
    whose which what where when why how hvorfor kvifor hvordan korleis når kor kvar kven kva not ikke ikkje ingen inga
    none nothing yes ja nei no jo if hvis dersom viss om då da so så there's it's ut opp inn ned up out down off bort
    sin sitt sine seg selve er var vart ble blei blir bli vert blitt vorte vært vore være vere har hatt ha kommer kjem
    kome come comes coming kom tar tek ta take takes taken får fikk left igjen again still fremdeles framleis ennå enno
    allerede alt already heter heiter called kalles kallast named betyr tyder means mean gjelder gjeld ligge ligg
    ligger lie lies holde held holder holdes skje skjer happen happens happening being en et ein ei eit one ones to
    two both første fyrste first siste last neste next gang gong time times noen noe nokon nokre noko some"""
# Words that many questions hold whatever they are about: they count, but little.
WEAK = """trenger treng trengs need needs want wants ønsker ønskjer like vurderer consider considering ser looking se see
    søke søkje leter leitar hjelp help hjelpe helping hjelper assist snakke snakka talk speak spørre spørje ask spørsmål
    question questions svar svare answer info informasjon information informajon lese read bruke bruka use using used
    prøve try planlegge planlegg planning driver driv drive run running runs jobb jobber jobbar jobbe arbeider arbeidar
    work working works sammen saman together start starter startar starte starta begynne begynner byrje starting begin
    små lite liten small little stor stort store big large great ny nytt nye new gammel lille lita mulighet moglegheit
    muligheter mulighetene opportunity tips råd advice lokal lokale lokalt local aktuell ulike different forskjellige
    type typer typar slags kind kinds sort del deler delar part parts side sted stad place places område område sitte
    sitje bor bur live lives living folk people person personer personar år året året årene year years måned month uke
    veke week dager days tid tida siden viktig viktige important best beste bedre betre better good bra årlig offisiell
    official skrive skriv write sende send sender innsending kommune kommunen kommunens kommuna municipality municipal
    council lørenskog lorenskog lørenskogs norge norway norsk norwegian region regionen regional bedrift bedriften
    bedrifta bedrifter firma firmaet selskap company companies business businesses firm firms næring næringsliv
    næringslivet verksemd virksomhet virksomheter verksemda verksemder plan plans planen planene planane planer planar
    tiltak measure measures mål goal goals gjelder about sier beskriv describe beskrive said forhold angående regarding
    concerning ordning ordningar ordninger gjennomføre gjennomført antall tal number amount exactly nøyaktig total
    totalt samlet alt i prosjekt project projects ansvar ansvarlig ansvarleg ansvaret responsible charge handle handles
    handling dealing behandler behandlar tar tek seg kontakte contact kontakt kontaktinfo rett riktig right"""

STOP = frozenset(EMPTY.split()) | frozenset(NORWEGIAN.split()) - {"kommunen", "bedriften"} - {"hjelp"}
COMMON = frozenset(WEAK.split())
