"""A deployment's own contacts as one CSV: each row becomes a contact entry."""

from collections.abc import Mapping
from typing import Any

from bot.core.texts import LANGUAGES, Text, same
from knowledge.entry import BUTTON
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


def contact(row: Mapping[str, str]) -> dict[str, Any]:
    """The fields of the entry."""
    topic = vocabulary().names.get(row["topic"], same(row["topic"]))
    role = Text(nb=row["role_nb"], nn=row["role_nn"], en=row["role_en"])
    reach = {name: row[name] or None for name in ("email", "phone", "url")}
    source = {"document": FILE, "section": row["topic"], "position": "", "as_of": row["verified_on"]}
    return {
        "id": row["id"],
        "kind": "contact",
        "title": role,
        "text": _filled(ANSWERS, role, topic),
        "question": _short(_filled(QUESTION, role, topic)),
        "topics": (row["topic"],),
        "areas": (row["area"],) if row["area"] else (),
        "contact": {"role": role, **reach},
        "verified": {"on": row["verified_on"], "by": FILE},
        "source": (source,),
    }


def _filled(words: Text, role: Text, topic: Text) -> Text:
    nb, nn, en = (words[lang].format(role=role[lang], topic=topic[lang]) for lang in LANGUAGES)
    return Text(nb=nb, nn=nn, en=en)


def _short(question: Text) -> Text:
    return Text(nb=question.nb[:BUTTON], nn=question.nn[:BUTTON], en=question.en[:BUTTON])
