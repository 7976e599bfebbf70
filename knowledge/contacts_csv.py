"""A deployment's own contacts as one CSV: each row becomes a contact entry."""

from collections.abc import Mapping
from datetime import date

from bot.core.texts import LANGUAGES, Text
from knowledge.entry import BUTTON, Contact, Entry, Source, Verified
from knowledge.vocabulary import vocabulary

FILE = "contacts.csv"
COLUMNS = ("id", "topic", "area", "role_nb", "role_nn", "role_en", "email", "phone", "url", "verified_on")

ANSWERS = Text(
    nb="{role} svarer på spørsmål om {topic}.",
    nn="{role} svarer på spørsmål om {topic}.",
    en="{role} answers questions about {topic}.",
)
QUESTION = Text(
    nb="Hvem svarer på spørsmål om {topic}?",
    nn="Kven svarer på spørsmål om {topic}?",
    en="Who answers questions about {topic}?",
)


def contact(row: Mapping[str, str]) -> Entry:
    """Raises ValueError where the row makes none."""
    topic = vocabulary().names.get(row["topic"])
    if topic is None:
        raise ValueError(f"«{row['topic']}» is no topic of vocabulary.tsv")
    if not row["verified_on"]:
        raise ValueError("verified_on is missing: the day on which somebody made sure, as 2026-01-31")
    role = Text(nb=row["role_nb"], nn=row["role_nn"], en=row["role_en"])
    verified = date.fromisoformat(row["verified_on"])
    return Entry(
        id=row["id"],
        kind="contact",
        title=role,
        text=_filled(ANSWERS, role, topic),
        question=_short(_filled(QUESTION, role, topic)),
        topics=(row["topic"],),
        areas=(row["area"],) if row["area"] else (),
        contact=Contact(role=role, email=row["email"] or None, phone=row["phone"] or None, url=row["url"] or None),
        verified=Verified(on=verified, by=FILE),
        source=(Source(document=FILE, section=row["topic"], position="", as_of=verified.isoformat()),),
    )


def _filled(words: Text, role: Text, topic: Text) -> Text:
    nb, nn, en = (words[lang].format(role=role[lang], topic=topic[lang]) for lang in LANGUAGES)
    return Text(nb=nb, nn=nn, en=en)


def _short(question: Text) -> Text:
    return Text(nb=question.nb[:BUTTON], nn=question.nn[:BUTTON], en=question.en[:BUTTON])
