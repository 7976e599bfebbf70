"""The small words of bokmål, nynorsk and English: what tells the language, and what carries no subject.

The long lists stand in function_words.txt, by class.
"""

from pathlib import Path

FILE = Path(__file__).with_name("function_words.txt")

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

TURNS = """ikke ikkje not"""  # small, but they turn the sense: they count


def _listed(name: str) -> str:
    """All words of a list: those below its headings «# NAME · class · -ending -ending», with each of the endings."""
    sections = [section.partition("\n") for section in FILE.read_text(encoding="utf-8").split("\n# ")]
    return " ".join(
        word + ending.removeprefix("-")
        for heading, _, words in sections
        if heading.startswith(f"{name} ")
        for word in words.split()
        for ending in (heading.split(" · ")[2:] or ["-"])[0].split()
    )


EMPTY = _listed("EMPTY")  # further words that say nothing about what is asked
MISSPELT = _listed("MISSPELT")  # small words misspelt or spoken: empty too, but nothing is a slip of theirs
WEAK = _listed("WEAK")  # words that questions of all kinds hold: they count, but little, also where no entry holds them
# Verbs and other words that say how, not what: an entry need not hold them; where one does, they count in full.
GENERAL = _listed("GENERAL")

# Words that say what, though they share their stem with one of the words above.
APART = """posten vann vannet vatn vatnet kart kartet kartene maps lege legen leger legene mat maten meat lageret
    forest car cars møte møtet møter møtene valg valget valgene velgere velgarar voksen voksne kaffe kaffen klær fest
    festen hall hallen store stores server servers institute institutes institutt arena kort kortet job jobs sand vare
    varer varen career workers worker plane planes site sites trener treneren ungene syke syk"""

COMMON = frozenset(WEAK.split())
# Words that ask for a relation say nothing of the thing whose relation it is.
ASKING = frozenset(
    """koste koster kostar kosta kostet pris prisen priser prisar gebyr gebyret avgift avgifta cost costs price prices
    fee fees eier eie eid eig eige eiga eigde eigd eide åtte ått eiger owns owned own owner owners åpner opnar åpnet
    opna opnast åpnes opens opened open stenger stengjer closes frist fristen frister fristar deadline deadlines
    søknadsfrist søknadsfristen tjener tener earns lønn løn salary rente renta""".split()
)
