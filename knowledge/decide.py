"""Whether to answer, to ask back, or to refuse, and why; when unsure we refuse."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.agreement import years_of
from knowledge.answers import Outcome, Reason
from knowledge.counting import counts
from knowledge.entry import Entry
from knowledge.function_words import ASKING
from knowledge.parts import asks
from knowledge.rank import Ranked
from knowledge.relations import SOFT, UNTOLD, tells
from knowledge.terms import BARE, Asked
from knowledge.understand import Understood
from knowledge.words import words

SURE = 0.46  # score from which an entry answers: below it, most of what was asked stands in no entry
STRANGE = 0.36  # part of the question that the entry holds nowhere: from here it is about something else
SLIGHT = 0.13  # weight of lacking words that does not matter: they stand in most entries
TRACE = 0.15  # score below which we have nothing on it at all
NEAR = 0.3  # score from which the nearest that we have is worth a mention in a refusal
CLOSE = 0.93  # of the best score: a second reading as near as this is another possible meaning
CLOSE_HALF = 0.75  # the same where the two hold different parts of the question
HELPED = 0.6  # of the best score: what an entry as near as this holds, the contact that helps with it holds too
HELD = 0.6  # fit from which a named entry answers even a question of common words
CHOICES = 3
NEAREST = 2  # entries that a refusal names as near
GUESS = 0.22  # score from which it asks whether an entry is what was meant
AS_LIKELY = 0.7  # the same, of the best score
OFFERED = 3  # entries that a refusal offers in all
KNOWN = 0.85  # fit from which the question is one that the entry is known by
BRIEF = 3  # words; only so short a question is unclear enough to ask back
DOES = re.compile(
    r"\w+(?:te|et|ok|a|ed)|(?:pendl|reis|jobb|bu)[ae]r|bor|kom|travel|commute|work|live"
)  # verbs that are counted
CLEAR = frozenset("hva kva hvem kven what who".split())  # with one of these it is a question, and clear enough


@dataclass(frozen=True)
class Decision:
    """`entries`: the readings to choose between, or the nearest that we have where we refuse."""

    outcome: Outcome
    entries: tuple[Entry, ...] = ()
    reason: Reason | None = None
    because: str = ""


def decide(understood: Understood, ranked: Sequence[Ranked], leads: Sequence[Entry]) -> Decision:
    """`leads`: the entries that would make up the answer; together they must hold what is asked."""
    if _names_nothing(understood):
        return _which(understood, ranked)
    if not ranked or ranked[0].score < TRACE or _says_nothing(understood, ranked[0]):
        return Decision("refused", (), "nothing", "no entry shares enough with the question")
    if "person" in understood.wants:
        return _refuse("outside", understood, ranked, "a person is asked for, we know roles only")
    if not _word_for_word(understood, ranked[0], leads) and (objection := _objection(understood, ranked, leads)):
        return objection
    if readings := _readings(understood, ranked):
        return Decision("choose", readings, because="several entries fit a short question equally well")
    return Decision("answered", because=f"score {ranked[0].score:.2f}")


def near_readings(ranked: Sequence[Ranked]) -> list[Entry]:
    """Another entry that fits about as well: offered beside the answer, where the question is too long to ask back."""
    return [each.entry for each in ranked[1:2] if each.score >= max(SURE, CLOSE * ranked[0].score)]


def guesses(understood: Understood, ranked: Sequence[Ranked], near: Sequence[Entry]) -> tuple[Entry, ...]:
    """What may be meant besides the `near` ones, where we are too unsure to answer: one press tells."""
    if not ranked or understood.relations & UNTOLD or any(each.elsewhere for each in understood.asked):
        return ()
    enough = max(GUESS, AS_LIKELY * ranked[0].score)
    likely = [each.entry for each in ranked if each.score >= enough and each.entry not in near]
    return tuple(likely[: OFFERED - len(near)])


def _word_for_word(understood: Understood, best: Ranked, leads: Sequence[Entry]) -> bool:
    """The entry is known to be asked so, such as what the staff answered before."""
    untold = understood.years - years_of(best.entry) or understood.relations & UNTOLD
    return best.known and best.entry in leads and not untold


def _objection(understood: Understood, ranked: Sequence[Ranked], leads: Sequence[Entry]) -> Decision | None:
    """What stands in no lead, so that they do not answer it."""
    lacks = _lacks(understood, ranked, leads)
    if elsewhere := [each.word for each in lacks if each.elsewhere]:
        return _refuse("outside", understood, ranked, f"another place is named: {elsewhere}")
    if _only_elsewhere(understood, leads[0], lacks):
        return _refuse(
            "outside", understood, ranked, "another place is named, and nothing of what is asked of it is known"
        )
    doubt = _doubt(understood, ranked[0], leads, lacks)
    if doubt and (halves := _halves(understood, ranked)):
        return Decision("choose", halves, because="a short question has two sides, in two entries")
    return _refuse("unsure", understood, ranked, doubt) if doubt else None


def _says_nothing(understood: Understood, best: Ranked) -> bool:
    """Only words that any question may hold, and not put as an entry is asked for."""
    if "reach" in understood.wants and best.entry.kind == "contact":
        return False
    named = best.entry.id in understood.named and best.fit >= HELD
    # One such word is a way to ask in a question alone, not in «takk for hjelpen».
    put_so = best.known or (best.fit >= KNOWN and (len(understood.asked) > 1 or asks(understood.question)))
    brief = len(words(understood.question)) <= BRIEF  # «og i 2018?»
    when = [] if brief or best.fit >= HELD else [each for each in understood.asked if each.word.isdigit()]
    said = [each for each in understood.asked if each not in when]
    return sum(each.weight for each in said) < BARE and not put_so and not named


def _names_nothing(understood: Understood) -> bool:
    """«When is the deadline?»: something is asked of a thing that is not named; no guess which one is meant."""
    telling = [each for each in understood.asked if not each.common]
    return bool(telling) and not understood.named and all(each.word in ASKING for each in telling)


def _which(understood: Understood, ranked: Sequence[Ranked]) -> Decision:
    telling = [
        each for each in ranked if each.score >= NEAR and all(tells(it, each.entry) for it in understood.relations)
    ]
    entries = tuple(each.entry for each in telling[:CHOICES])
    if len(entries) < 2:
        return Decision("refused", (), "unsure", "no thing is named that it is asked of")
    return Decision("choose", entries, because="no thing is named that it is asked of")


def _only_elsewhere(understood: Understood, lead: Entry, lacks: Sequence[Asked]) -> bool:
    """«How many companies are there in Asker?» finds the ranking that names Asker, which tells nothing of companies."""
    known = [each for each in understood.asked if each not in lacks and not each.elsewhere]
    if not any(each.elsewhere for each in understood.asked):
        return False
    if any(not each.elsewhere for each in lacks):
        return True
    if sum(each.weight for each in known) >= BARE:
        return False
    return "number" in understood.relations or lead.id not in understood.named


def _lacks(understood: Understood, ranked: Sequence[Ranked], leads: Sequence[Entry]) -> list[Asked]:
    """What none of the leads holds, nor an entry about as near that the contact helps with; a contact or a procedure
    need not tell the areas that it is asked for.
    """
    helper = leads[0].id if leads[0].contact else None
    helped = [each for each in ranked if each.score >= HELPED * ranked[0].score and each.entry.handled_by]
    theirs = [each.lacks for each in helped if each.entry.handled_by == helper]
    of_leads = [each.lacks for each in ranked if each.entry in leads] + theirs or [ranked[0].lacks]
    lacks = [each for each in of_leads[0] if all(each in lacks for lacks in of_leads)]
    everywhere = helper or (bool(leads) and leads[0].kind == "procedure")
    return [each for each in lacks if not (everywhere and each.word in understood.where)]


def _doubt(understood: Understood, best: Ranked, leads: Sequence[Entry], lacks: Sequence[Asked]) -> str | None:
    """Why we do not answer after all: what is named, counted or priced does not stand in the entry."""
    telling = _telling(understood)
    missing = {name for each in lacks for name in (each.word, each.compound) if name}
    if years := sorted(understood.years - years_of(leads[0])):
        return f"years that the entry does not tell of: {years}"
    if untold := sorted(each for each in understood.relations - SOFT if not any(tells(each, lead) for lead in leads)):
        return f"the entry does not tell the {untold}"
    if understood.counted and (understood.counted in missing or not any(_counts(lead, understood) for lead in leads)):
        return f"the entry does not count «{understood.counted}»"
    if understood.aspect in missing:
        return f"the entry does not tell the «{understood.aspect}»"
    # Where the relation is told, the word that asks for it need not stand there.
    things = [each for each in lacks if not (understood.relations and each.word in ASKING)]
    if sum(each.weight for each in things) > max(STRANGE * telling, SLIGHT):
        return f"the entry lacks {sorted(each.word for each in lacks)}"
    if best.score < SURE:
        return f"score {best.score:.2f} is below {SURE}"
    return None


def _telling(understood: Understood) -> float:
    """The weight of the things asked about; a name counts once, however many words it has: «Nitor Opus»."""
    things = [each for each in understood.asked if not each.common and each.word not in ASKING]
    weights = [each.weight for each in things if each.word not in understood.names]
    names = [each.weight for each in things if each.word in understood.names]
    return sum(weights) + max(names, default=0)


def _counts(lead: Entry, understood: Understood) -> bool:
    """The thing itself; of a verb («kor mange deltok»: «25 studenter») another that is asked of, but not the named."""
    things = [each for each in understood.asked if not each.common and each.word not in understood.names]
    if not DOES.fullmatch(understood.counted or ""):
        things = [each for each in things if understood.counted in (each.word, each.compound)] or things
    return not things or any(counts(lead, thing) for thing in things)


def _refuse(reason: Reason, understood: Understood, ranked: Sequence[Ranked], because: str) -> Decision:
    """The nearest are worth a mention where they are named, or hold the word that tells most of what is asked."""
    telling = [each for each in understood.asked if not each.common and not each.elsewhere]
    things = [each for each in telling if each.word not in ASKING] or telling
    subject = max(things, key=lambda each: each.weight, default=None)
    near = [each for each in ranked[:CHOICES] if each.score >= NEAR and not understood.relations & UNTOLD]
    held = [each.entry for each in near if each.entry.id in understood.named or subject not in each.lacks]
    sure = [each.entry for each in near[:1] if each.score >= SURE]
    told = held or sure
    further = [each for each in told[1:] if each.kind != "contact"]  # a contact is told anyway
    return Decision("refused", tuple([*told[:1], *further][:NEAREST]), reason, because)


def _halves(understood: Understood, ranked: Sequence[Ranked]) -> tuple[Entry, ...]:
    """Two entries that hold the two sides of a short question: «regulering servering»."""
    best = ranked[0]
    if not best.lacks or understood.relations or understood.years or len(words(understood.question)) > BRIEF:
        return ()
    fitting = [each for each in ranked[1:] if each.score >= CLOSE_HALF * best.score]
    other = next((each for each in fitting if not any(lack in best.lacks for lack in each.lacks)), None)
    return (best.entry, other.entry) if other else ()


def _readings(understood: Understood, ranked: Sequence[Ranked]) -> tuple[Entry, ...]:
    """Two or three entries that a short question without a clear wish may mean."""
    said = words(understood.question)
    if understood.wants - {"list"} or len(said) > BRIEF or CLEAR.intersection(said[:1]):
        return ()
    known = ranked[0].fit > KNOWN
    close = [each for each in ranked[:CHOICES] if each.score >= CLOSE * ranked[0].score and (each.fit > KNOWN) == known]
    return tuple(each.entry for each in close) if len(close) > 1 else ()
