"""Questions that are ready to be asked, and an earlier poll asked again."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.core.db import new_id
from bot.core.texts import LANGUAGES, Text
from bot.domain.answers.kinds import WRITTEN, Kind
from bot.domain.polls.tables import Poll
from handlers.polls.form import Begun


@dataclass(frozen=True)
class Template:
    """`lines`: the options, or the two ends of a scale."""

    name: Text
    kind: Kind
    question: Text
    lines: tuple[Text, ...] = field(default=())


TEMPLATES: Mapping[str, Template] = {
    "mood": Template(
        Text(nb="Hvordan går det?", nn="Korleis går det?", en="How is it going?"),
        "scale",
        Text(
            nb="Hvordan går det med bedriften akkurat nå?",
            nn="Korleis går det med bedrifta akkurat no?",
            en="How is your company doing just now?",
        ),
        (
            Text(nb="Svært dårlig", nn="Svært dårleg", en="Very badly"),
            Text(nb="Svært bra", nn="Svært bra", en="Very well"),
        ),
    ),
    "recommend": Template(
        Text(nb="Vil du anbefale nettverket?", nn="Vil du tilrå nettverket?", en="Would you recommend the network?"),
        "recommend",
        Text(
            nb="Hvor sannsynlig er det at du anbefaler nettverket til andre bedrifter?",
            nn="Kor sannsynleg er det at du tilrår nettverket til andre bedrifter?",
            en="How likely are you to recommend the network to other companies?",
        ),
    ),
    "when": Template(
        Text(nb="Når passer det å møtes?", nn="Når passar det å møtast?", en="When does a meeting suit you?"),
        "several",
        Text(
            nb="Når på dagen passer det best å møtes?",
            nn="Når på dagen passar det best å møtast?",
            en="What time of day suits you best for meetings?",
        ),
        (
            Text(nb="Før jobb", nn="Før jobb", en="Before work"),
            Text(nb="I lunsjen", nn="I lunsjen", en="At lunch"),
            Text(nb="Etter jobb", nn="Etter jobb", en="After work"),
            Text(nb="På nett, når som helst", nn="På nett, når som helst", en="Online, at any time"),
        ),
    ),
    "better": Template(
        Text(nb="Hva kan bli bedre?", nn="Kva kan bli betre?", en="What can be better?"),
        "words",
        Text(
            nb="Hva er det viktigste nettverket kan bli bedre på?",
            nn="Kva er det viktigaste nettverket kan bli betre på?",
            en="What is the most important thing that the network can do better?",
        ),
    ),
}


def begun(template: Template) -> Begun:
    where = "options" if template.kind in WRITTEN else "ends"
    fields = {f"question_{lang}": template.question[lang] for lang in LANGUAGES}
    fields |= {f"{where}_{lang}": "\n".join(line[lang] for line in template.lines) for lang in LANGUAGES}
    return Begun(template.kind, fields, fresh=new_id())


def same_as(poll: Poll) -> Begun:
    """All but the time when it closes."""
    fields = {f"question_{lang}": question for lang, question in poll.question.items()}
    for lang, labels in poll.options.items():
        ends = [label.partition(" – ")[2] for label in (labels[0], labels[-1])] if poll.kind == "scale" else []
        fields |= {f"options_{lang}": "\n".join(labels), f"ends_{lang}": "\n".join(filter(None, ends))}
    fields |= {"channel": poll.channel, "secrecy": "named" if poll.named else "anonymous"}
    fields |= {"most": str(poll.most or ""), "by_company": "yes" if poll.by_company else ""}
    return Begun(poll.kind, fields, poll.id, fresh=new_id())
