"""The small words of bokmål, nynorsk and English: what tells the language, and what carries no subject."""

# Small words that stand in one language only: they tell which it is.
TELLS = {
    "nb": """hva hvem hvor hvordan hvilken hvilket hvilke hvorfor ikke jeg noe noen mye dere deres fra være ble en et
        også hun hver hvert sånn sånt ennå deg hvis bare kun annet blitt vært uten selv heter finnes betyr""",
    "nn": """kva kven kvar kor korleis kvifor ikkje eg ein eit noko nokon nokre mykje dykk dykkar frå vere vert vart ho
        me no òg heile kvart kvarandre anna saman berre sidan hjå vore blei desse dei heiter finst tyder""",
    "en": """the is are was were of and to what who whom where how when which why do does did you your my we our there
        any it its this that these those in on at with from by be been has have could would should will a an us they
        them their or if no about into as than many much more most please pls im am whats out some""",
}
# Other words that are spelt so in one language only.
SPELT = {
    "nb": """hele gjør søker tilbyr trenger starter åpner holder ligger kommer koster virker gjelder
        begynner spørre hjelpen ulike""",
    "nn": """kjem ligg kostar søkjer treng startar opnar held gjeld skjer gjer gjere byrjar hjelpa spørje råd fleire
        verksemda verksemder kommunane""",
    "en": "want need get tell give show find new start help business company",
}
# Small words that both forms of Norwegian share.
NORWEGIAN = """er og i på til for av det som kan vil med har om å den de vi du oss man da så men eller ved finne få
    skal må bli blir var når seg sin sitt sine min mitt mine vår vårt våre denne dette der her mot under over hei opp
    ut inn"""

# Further words that say nothing about what is asked.
EMPTY = """ett fikk fekk etter hos yet touch force official officially
    kan kunne kunna kanskje jo vel nok altså egentlig eigentleg også too just really actually ok okay grei
    greit fint bra god godt gjerne helst hilsen mvh hei heisann hallo hello hi hey takk thanks thank ca cirka
    omtrent ganske veldig svært very slik slikt slike hadde ha gi gitt gir bør burde burte ville skulle mulig mogleg
    possible fins finne finner finn find synes synest tror trur lurer lurar wonder wondering vite vita know sier
    seier si say says fortell fortelle fortel tell vis vise show give gives giving explain forklar kort litt
    something anything everything thing things ting måte way ways går gå go goes going gjort gjøre make makes made
    making doing done dag today currently presently here there der etc osv mm blant among fordi because før before
    enn than then mer meir more mest most mange mykje mye many much few andre annen other others another egen eget
    eigen eiga own selv sjølv samme same all alle alt whole every each any per pr etter after siden sidan since am
    ive id ill dont doesnt didnt isnt cant wont whats hows wheres whos might could should would having has had get
    gets getting got gotten kommer kjem kome come comes coming tar tek take takes taken left igjen again still
    fremdeles framleis allerede already kalles called named mean means bety ligge lie lies holdes held skjer happen
    happens happening both first siste last neste next gang gonger ganger time times ones nothing none yes ja nei
    well so thus ut out off bort away if hvis dersom viss upon within without into onto over under toward towards
    against according ifølge ifølgje during through gjennom innen innan innenfor innafor regarding concerning
    angående vedrørende let lets lar late stand stands står stå stod sto like lik liker altsa pls plz please lol hmm
    eh gjør gjer gjere nå akkurat tida tiden
    heller either neither such via being was were been vært vore hers his her he she him its mitt mi din ditt
    deira their theirs yours oss us dokker dokke dykk æ e ho dem deg meg can up down around near nær ved rundt ei
    råd er av gikk gjekk skje bak alltid always never aldri ever noensinne nokon gong now theres thats"""
TURNS = """ikke ikkje not"""  # small, but they turn the sense: they count
# Words that questions of all kinds hold: they count, but little, also where no entry holds them.
WEAK = """trenger treng trengs need needs want wants ønsker ønskjer vurderer vurderar consider considering ser looking
    look søke søkje søker leter leitar hjelp help hjelpe helping hjelper assist snakke snakka talk speak spørre spørje
    ask asking spørsmål question questions svar svare svarer answer info informasjon information lese read bruke bruka
    brukes bruker use using used prøve prøver try trying planlegge planlegger planlegg planlagt planlagde planned
    planning driver driv drive run running runs jobber jobbar jobbe arbeider arbeidar work working works sammen saman
    together start starter startar starte starta startet started starting begynne begynner byrje begin små lite liten
    lita small little stor stort store big large great ny nytt nye new gammel mulighet moglegheit muligheter
    opportunity tips råd advice lokal lokale lokalt local aktuell ulike different forskjellige type typer typar slags
    kind kinds sort del deler delar part parts side sted stad plass place places område sitte sitje sit bor bur bo live
    lives living folk people person personer år året årene year years måned month uke veke week dager days tid tida
    viktig viktige important best beste bedre better good skrive skriv write sende send sender kommune kommunen
    kommunens kommuna municipality municipal council lørenskog lorenskog lørenskogs norge noreg norway norsk norwegian
    region regionen regional bedrift bedriften bedrifter firma firmaet selskap company companies business businesses
    firm firms næring næringsliv næringslivet verksemd virksomhet virksomheter plan plans planen planar planer planane
    tiltak measures mål goal goals beskriv describe ordning ordningar ordninger gjennomføre gjennomført antall tal
    number amount exactly nøyaktig total totalt prosjekt project projects ansvar ansvarlig ansvarleg ansvaret
    responsible charge handle handles handling dealing behandler behandlar kontakte contact kontakt reach kontaktinfo
    rett riktig right trouble problem problemer problems sliter strever expect expecting forvente forventer opplever
    actual offer offers offering drømmer tenker tenkjer tenkt tanke thinking involved ferdig done finished finnes exist
    exists finst gjelder gjeld heter heiter betyr tyder menes meant andel share prosent percent percentage tema theme
    topic topics numbers figures forkortelse forkorting abbreviation define defined definert definisjon published
    telefon telefonnummer telefonnummeret nummer nummeret mobil phone telephone epost epostadresse eposten mail email
    adresse adressa adressen address henvende henvender vende dit hit propose foreslå foreslår hvorfor kvifor why
    reason grunn grunnen principle principles prinsipp setting utvikles utviklast utvikla utviklet develop developed
    arrangert arrangere held kroner nok money penger pengar compare compared sammenlignet split fordeling fordeler vs
    versus omtrentlig skulle lurt mulige moglege aware bought became become becoming believe bring brings brought call
    calling came care change changed changes choose chose chosen click coming create created decide decided deciding
    deal dealt depends does doing easy end ended ends enough ever far fast feel felt fill follow following follows full
    general generally gone happy hard hear heard hire hiring hope hoping idea ideas include includes included instead
    issue join keep keeps kept last lasts later learn leave less let likely lose lost love main manage mainly matter
    matters meet met move never nice often old others own particular past perhaps pick possible present previous
    probably provide provides provided put quick quickly quite rather ready real really receive recent recently related
    relevant remember role said same saw search second seem seems seen serve set several short showing similar simple
    single soon special specific stay stop stopped suggest suitable suppose sure taking talking telling thank think
    thought through told tomorrow toward tried true turn understand until usual usually various view wait walk wanted
    wanting went wish within wonder worked worth wrote wrong yesterday young agency agencies anyone anybody somebody
    someone somewhere anywhere ahead further future tenkte tenke tror trodde ønske ønsket ønska ønskte kjøpt kjøpe
    kjøper kjøpte fått skaffe skaffer få hente henter høre hører høyre høyrer sett sjå følge følger følgje følgjer
    velge velger velje vel valgt valt legge legger leggje legg lagt stille stiller stilt holde halde brukt lar late
    tatt teke ringe ringer ringje ring møtte slutt slutte slutter sluttar vente venter ventar hende hender endre endrer
    endra endret bli blitt bidra bidrar klare klarer klarar forstå forstår skjønne skjønner huske hugse glemme glemt
    gløyme passe passer passar tilby tilbyr bety mene meiner mente snart seinere senere siden tidligere tidlegare
    fremover framover framtida fremtiden fremtida nylig nyleg ofte sjelden vanlig vanleg vanligvis rask raskt fort lett
    enkel enkelt vanskelig vanskeleg ung unge gamle lang langt lange kort korte høy høg lav låg mindre minst størst
    verste riktige rette galt feil mulig umulig sikker sikkert trygg tydelig klart klar kjent kjende spesielt særlig
    særleg generelt ellers elles heller likevel dessuten dermed derfor difor hverandre forresten egentlig delta deltar
    deltek participate nearby located department departments avdeling avdelingen avdelinga represent represents
    represented key findings status statement built chairs volume besøksadresse bestemmer bestemme bestemt bestem
    decides storleik størrelse size gje gjev common vanlige vanlege krav krava kravene requirement requirements require
    krever krev forskjell forskjellen skilnad hverken verken organisasjon organisasjonen organisation organization
    institusjon institution flest fleste flere fleire færre mention mentioned stated detail details exact eksakt presis
    presist mennesker menneske mennesket menneskje humans long longer tilbake back"""
# Verbs and other words that say how, not what: an entry need not hold them; where one does, they count in full.
GENERAL = """repeat repeated gjentas gjentakast trekke trekker trakk dra drar drog trekkjer themselves yourself
    yourselves himself herself myself ourselves itself oneself innebærer innebære inneber innebere fungere fungerer
    fungerar omfatte omfatter omfattar dekke dekker dekkjer inneholde inneholder inneheld består av dreier påvirke
    påvirker påverke påverkar føre fører sikre sikrer sikrar regnes reknast telle teller tel avgjøre avgjør avgjer
    avhenge avhenger avheng behøve behøver benytte benytter benyttes nytte nyttar erstatte erstatter foregå foregår
    forekomme forekommer foretrekke foretrekker forsøke forsøker gjenta greie greier hevde hevder innføre innfører
    innført medføre medfører merke merker motta mottar mottek nevne nevner nevnt nevnes nemne nemner nemnt oppgi oppgir
    oppgitt oppnå oppnår oppstå oppstår opprette oppretter opprettet oppretta plassere plasserer plassert presentere
    presenterer rettet retta satse satser satsar sette setter set sett inn sjekke sjekker sjekkar slippe slipper
    tillate tillater tillatt tilhøre tilhører treffe treffer utføre utfører utført utgjøre utgjør utgjer utvide
    varierer vurdert yte yter ytes aller antakelig bevisst dårlig dårleg faktisk ferdige fremste fremst full fullt
    grundig gyldig hyppig høyest høyeste høgast høgaste lavest laveste lågast lågaste interessant konkret konkrete
    korrekt likt meste naturlig naturleg nødvendig nødvendige naudsynt nøye nåværende noverande omfattende opprinnelig
    opphavleg øvrig øvrige passende praktisk reell samtidig skikkelig skikkeleg spesiell spesielle spesifikk stadig
    sterk tilgjengelig tilgjengelege tilgjengeleg tilsvarende typisk usikker virkelig verkeleg ytterligere innafor
    blant cover covers covered covering concern concerns contain contains contained consist consists involve involves
    function functions functioning highest lowest latest several certain available necessary able allowed allow summary
    summarise summarize brief briefly town locally mainly else effect affect affects apart intend intends intended
    object achieve achieves act acting advise agree aim aims appear appears apply applies applied applying arise
    arrange assess assume attend avoid base based bear behave belong belongs benefit benefits boost borrow break broad
    build carry carried challenge check checked claim clear close combine comment comments commit complete completed
    comply concerning conclude conduct confirm connected cope correct count counts counting cut declare define deliver
    demand deserve design desire determine differ difficult direct discuss divide ease edit emerge enable encourage
    encourages enjoy ensure enter entire establish establishes examine exceed excluded expand experience express extend
    face facilitate fail favour favourable fit focus form found fulfil gain gather generate grab grant granted grateful
    guess handy head hit hold identify imagine impact imply improve improved improvement improvements increasing
    indicate inform informed initiate interested interesting introduce invest kick lack lead leads leading lies limit
    link list listed located major mark master match miss missing mostly necessarily normal normally obtain occur odd
    operate organised organized outside overall perform permitted persuade play plays point points possibly potential
    precisely prefer prepare prevent previously primary prior proceed process promise promote proper properly purpose
    pursue qualify qualified quality question quote raise raised range reached react realise reality reasonable
    recommend reduce refer regard regular regularly rely remain remains remove replace represent respond responsibility
    result results return reveal roughly sake satisfy secure select separate settle shall shape sign significant sit
    solve sorry sought specify spend spent split standing steps stick straight strengthen strong struggle struggling
    submit succeed sufficient suit supposed surely target tend tends terms therefore total totally touch track transfer
    treat truly typical typically unable unclear unless upcoming urgent useful valuable vary vital ways weak wide
    willing wise arrangerer arrangerast avklare avslutte avsluttet avslutta avtale be ber bedt bede begrenset avgrensa
    behold beskrevet bestille bestiller besøke besøker betegner betrakte bringe bryr bygger byr ble dreie drøfte dukke
    eksisterer eksisterande ekstra engasjere etterlyser etterspør faktiske forbedre forbetre forbedres forberede førebu
    fordeler fordelt fordelte forlange forlenge forholde foreligger føretar fortsette fortsetter halde fram framheve
    fremme fremmer fullføre fungert følgende gagne gjelde gjenstå gjøres gjerast glad greit grunnlag håndtere handtere
    hindre håpe hilse hjelpes holdt høvelig høveleg igangsatt igangsett inkludert innhente interessert involvere
    involvert kjenne kjenner til knyttet knytt konkretisere kutte lage lager lagar laget laga lagde lagd ledet leve
    lever levere leverer liten mange måtte mangler medvirke melde melder motsatt motvirke nekte oppdage oppfylle
    oppfyller oppfordre opptatt opptekne oppleves ordne ordner ordnar overordnet overordna pleie pleier plikt praktiske
    prøvd påstå påta redusere regne reise relevant respondere rolle rolla røre råde samlet samla sammenheng samanheng
    sende sikte skjedde skjedd skulle slag snarest snill spesifisere spille speler spiller stadfeste starten starta
    støtter støttar støtta støttet styre svakt sørge sørger sørgje ta tatt takle tiltrekke tildele tildelt tillegg
    tjene tok tolke true tydeleg understreke undersøke unngå unngår utarbeide utarbeidet utarbeidd utforme utforske
    utløse utløser utnytte utvikler utviklar vanskelege vektlegge videre vidare vise viser virke virker verke verkar
    vurderes åpent ønskelig ønskeleg ønskes ligger ligg lå imot stykke stykker vet veit visste se sees pekt peker peke
    utpekt ekte fersk ferske ferskt utenom uansett heldigvis liksom relativt seriøst forbi betydelig betydeleg tilfelle
    tilfeller utsatt fjerne fjerner kaste kaster kastet beskjed positivt automatisk situasjon situasjonen havne havner
    havnet nærmest nærmeste sannsynligvis funke funker vedkommende gidder halvparten innhold innholdet utgangspunkt
    alvor eventuelt ifra såpass kommentar ekstremt fjernet forsøkt oftest istedenfor umiddelbart skjønt benyttet
    trengte unødvendig villig opptil strengt tilfeldig uvanlig uvanleg nokså evig dobbelt fornuftig naturligvis unntatt
    skjule forlatt hensikt detaljer tilstrekkelig gradvis jevnt jamt innom hjem hjemme heime dessverre absolutt
    plutselig plutseleg hyggelig hyggeleg lenger lengre imidlertid ettersom annerledes selvfølgelig selvsagt sjølvsagt
    altfor fullstendig åpenbart tydeligvis ordentlig skikkelege rart pussig spennende spanande dings greia tinga saker
    sakene mann karen fyr dame damen trøbbel fikse fikser fiksa ordna skjære stikke stikker hoppe snakker pratet prater
    praten tipse tipser anta antar regner vedrører berører opptrer dekt dekka bruk bruken slengt diger svær kjapt kjapp
    kjempe masse haug hauger drøyt snaut snautt mulege kommet komme kom gått satt satte dro trekk henda hendt gjorde
    funnet fant sagt sa spurt spurte svart svarte spesialisert uavhengig uavhengige forhold forholdet tilbake
    sammenlignbar peiling befinne befinn holder nabo naboen hand hands handed pull pulled push pushed even maybe almost
    especially finally simply absolutely immediately easily luckily otherwise anyway somehow somewhat whatever whenever
    wherever additional beyond despite throughout sometimes forward standard subject piece message afford seek seeking
    situation situations circumstances appropriate suggestions regards wanna gotta kinda excellent fantastic awesome
    poor serious slowly nowadays lately firstly secondly folks guy guys lady women stuff bit lot lots bunch load loads
    plenty pretty fairly decent specifically basically eventually unfortunately apparently obviously hopefully
    concerned worried curious confused unsure locate locating situated allocate happened occurs occurred existing
    existed multiple double typing note notes spot chance chances option options choice choices figure framtidsplaner
    fremtidsplaner framtidsplanar frem nesten håper håpar utrolig utruleg nettopp enig lei minutter par flott foran
    tross økt slett perfekt idag kalt gøy morsomt tvil prøvde etterpå beklager kraftig etterhvert igjennom hundre lært
    eksempelvis neppe unntak sånne forsiktig overrasket vanskeligere viktigere raskere billigere dyrere enklere
    tidspunkt tidspunktet trist oppdaget dukker riktignok mistet bekymret definitivt artig oftere tilfellet eventuelle
    henhold omkring samtlige øyeblikk stund forhånd gjennomsnittlig gjennomsnittleg skape skaper skapar skapt skapte
    skapes skapast byd inviterer stadige lønner lønne hjelpsom hovedsakelig hovudsakleg konkretisert aktivt vanligste
    vanlegaste nok utdype utdyp enkelte dets deres derav visse diverse aktuelle nøyaktige kona kone kjæresten kompis
    kompisen venn venner vennen vennene bror broren broder søster sønn sønnen datter dattera datteren sambo samboer
    samboeren kollegaen drøm drømmen drøymer draum nearly saying half mind morning afternoon although moment couple
    minutes nobody anymore luck caught seriously literally dream dreaming dreams exactly realize forget forgot wow
    worry worrying currently extremely indeed impossible surprise unique slightly entirely approximately frequently
    everyday regardless meanwhile whereas whilst primarily suddenly soon recently aspect aspects factor factors
    instance occasion moments hundred hundreds thousands dozen tons everybody possibility unlikely essentially
    essential amongst hence accurate accurately approach estimated attempt familiar practical whom whose ought keen
    eager mate wife husband brother sister friend friends son daughter dad mom mum neighbour neighbours buddy notify
    exist considered dealing worthwhile beginning begins begun kickstart going vokse vokser veks vaks grow grows grown
    øke auke increase falle falt faller synke sank sakke fall fell fallen growing vokst øker aukar økte auka økning
    økninga økningen nedgang nedgangen stige stiger stigning rise rises rising one fully brand hard term bitte over
    sparre sparring egentleg rekkefølge rekkefølgen rekkjefølgje noensinne herfra utstrekning stå slå raskeste
    billigste enkleste cheapest fastest easiest quicker cheaper faster simpler hardest actively concretely gladly
    soonest tentativ grovt enormt hvilket overhodet ingenting begynt startet skrevet sendte ringte kontaktet kontakta
    snakket skaffet hentet hentes takes fits fitting"""

# Words that say what, though they share their stem with one of the words above.
APART = """posten vann vannet vatn vatnet kart kartet kartene maps lege legen leger legene mat maten meat lageret
    forest car cars møte møtet møter møtene valg valget valgene velgere velgarar voksen voksne kaffe kaffen klær fest
    festen hall hallen store stores server servers institute institutes institutt arena kort kortet job jobs sand vare
    varer varen career workers worker plane planes site sites trener treneren ungene syke syk"""

COMMON = frozenset(WEAK.split())
# Words that ask for a relation say nothing of the thing whose relation it is.
ASKING = frozenset(
    """koste koster kostar kosta pris prisen priser prisar gebyr gebyret avgift avgifta cost costs price prices fee fees
    eier eig eide åtte eiger owns owned own owner owners åpner opnar åpnet opna opens opened open stenger closes
    frist fristen frister fristar deadline deadlines søknadsfrist søknadsfristen
    tjener tener earns lønn løn salary rente renta""".split()
)
