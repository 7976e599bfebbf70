"""The figures of a poll: in words, with what they could as well be, and as a chart."""

from bot.core.blocks import Block, context, cut, section
from bot.core.texts import Lang, escape
from bot.domain.answers.asked import Asked, Tally, Wording, summary, wording
from bot.domain.answers.figures import share
from bot.slack.results import words

CHART_LABEL = 20  # Slack's limit


def outcome(asked: Asked, tally: Tally, lang: Lang) -> tuple[list[str], list[Block]]:
    """Lines and blocks of what is told of a question once it is closed."""
    put = wording(asked, lang)
    state = f"{words.ANSWERED(lang, count=tally.turnout)}."
    few = not asked.named and tally.turnout < asked.enough
    if asked.kind == "words" and not few:
        return [state, words.IN_WORDS[lang]], [section(f"{state} {words.IN_WORDS[lang]}")]
    if tally.counts is None:
        said = words.TOO_FEW(lang, enough=asked.enough)
        return [state, said], [section(f"{state} {said}")]
    numbers = _estimated(put, tally, lang)
    one_figure = summarized(asked, tally.counts, lang)
    lines = [numbers, *([one_figure] if one_figure else []), state]
    drawn = [chart(put, tally.counts, lang)] if tally.turnout else []
    likely = [words.LIKELY[lang]] if tally.turnout else []
    blocks = [section(line) for line in lines[:-1]]
    return [*lines, *likely], [*drawn, *blocks, context(" ".join([state, *likely]))]


def _estimated(asked: Wording, tally: Tally, lang: Lang) -> str:
    """A line for each option: «1. Buss: 3 (60 %, trolig 23–88 %)»."""
    lines = []
    for option, count in zip(listed(asked), tally.counts or (), strict=True):
        found = share(count, tally.turnout)
        percent, low, high = (round(end or 0) for end in (found.value, found.low, found.high))
        between = words.BETWEEN(lang, count=count, percent=percent, low=low, high=high)
        lines.append(f"{option}: {between if tally.turnout else words.SHARE(lang, count=0, percent=0)}")
    return "\n".join(lines)


def summarized(asked: Asked, counts: tuple[int, ...], lang: Lang) -> str:
    """«Median: 4, trolig 3 til 5»; empty where the kind has no one figure."""
    found = summary(asked, counts) if sum(counts) else None
    if found is None:
        return ""
    said = (words.SCORE if asked.kind == "recommend" else words.MEDIAN)(lang, value=number(found.value, lang))
    if found.low is None or found.high is None:
        return f"{said}, {words.NO_RANGE[lang]}"
    return f"{said}, {words.RANGE(lang, low=number(found.low, lang), high=number(found.high, lang))}"


def number(value: float, lang: Lang) -> str:
    """Whole, or with one decimal where it is a half."""
    said = f"{value:.0f}" if abs(value) > 10 or value == int(value) else f"{value:.1f}"
    return (said if lang == "en" else said.replace(".", ",")).replace("-", "−")


def chart(asked: Wording, counts: tuple[int, ...], lang: Lang) -> Block:
    """Bars; long options are shortened and numbered as in the list below."""
    fits = all(len(option) <= CHART_LABEL for option in asked.options)
    bare = fits or not asked.numbered
    labels = [cut(option if bare else f"{n}. {option}", CHART_LABEL) for n, option in enumerate(asked.options, 1)]
    points = [{"label": label, "value": count} for label, count in zip(labels, counts, strict=True)]
    series = [{"name": words.ANSWERS[lang], "data": points}]
    drawn = {"type": "bar", "series": series, "axis_config": {"categories": labels}}
    return {"type": "data_visualization", "title": words.COUNTED[lang], "chart": drawn}


def listed(asked: Wording) -> list[str]:
    return [escape(f"{n}. {option}" if asked.numbered else option) for n, option in enumerate(asked.options, 1)]


def numbered(asked: Wording, tally: Tally, lang: Lang) -> str:
    """A line for each option: «1. Buss: 3 (60 %)»."""
    percents = [round(100 * count / max(1, tally.turnout)) for count in tally.counts or ()]
    pairs = zip(tally.counts or (), percents, strict=True)
    shares = [words.SHARE(lang, count=count, percent=percent) for count, percent in pairs]
    return "\n".join(f"{option}: {share}" for option, share in zip(listed(asked), shares, strict=False))


def joined(lines: list[str]) -> str:
    return "\n".join(line for line in lines if line)
