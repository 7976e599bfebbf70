"""What a question is about, in one word of the vocabulary."""

import pytest

from knowledge.entry import Entry
from knowledge.topics import topic_of
from tests.knowledge.entries import GRANT, VISPERUD, ZONING


@pytest.mark.parametrize(
    ("question", "near", "topic"),
    [
        ("Hvem har regulering på Visperud?", ZONING, "regulering"),
        ("What about zoning there?", ZONING, "regulering"),
        ("Er det gebyr for regulering?", ZONING, "regulering"),
        ("Hva er gebyret?", ZONING, "gebyr"),
        ("Hva skjer med pingvinene?", GRANT, "oppstartstilskudd"),
        ("Hva skjer med pingvinene?", VISPERUD, None),
        ("Hva skjer med pingvinene?", None, None),
    ],
)
def test_the_topic_is_named_or_the_nearest_entrys(question: str, near: Entry | None, topic: str | None) -> None:
    assert topic_of(question, near) == topic
