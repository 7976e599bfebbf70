"""What the bot can do: every feature, once."""

from collections.abc import Sequence

from bot.core.settings import Settings
from bot.library import LiveLibrary
from bot.slack.feature import Feature
from handlers import (
    ask,
    broadcasts,
    bundles,
    companies,
    content,
    events,
    gaps,
    guides,
    home,
    inquiries,
    members,
    performance,
    polls,
    premises,
    privacy,
    statistics,
    surveys,
    troubles,
    visits,
)
from handlers.ask.render import render
from handlers.events.gatherings import GATHERINGS
from handlers.surveys.outcomes import closed as surveys_closed


def features(
    settings: Settings, library: LiveLibrary, publish: gaps.Publish, extra: Sequence[Feature]
) -> list[Feature]:
    """A new one is a line here."""
    of_companies = [
        polls.feature(settings, [surveys_closed]),
        surveys.feature(settings, GATHERINGS),
        events.FEATURE,
        visits.FEATURE,
        premises.feature(library),
    ]
    told = [
        *extra,
        guides.FEATURE,
        members.FEATURE,
        companies.feature([feature.merge for feature in of_companies if feature.merge]),
        ask.FEATURE,
        inquiries.FEATURE,
        gaps.feature(settings, publish),
        *of_companies,
        broadcasts.FEATURE,
        bundles.FEATURE,
        content.feature(render),
        troubles.FEATURE,
    ]
    exporters = {feature.name: feature.export for feature in told if feature.export}
    private = privacy.feature([feature.forget for feature in told if feature.forget], exporters)
    figures = [feature.figures for feature in told if feature.figures]
    notices = [feature.notice for feature in told if feature.notice]
    listed = [*told, statistics.feature(told), private, performance.feature(settings, figures, notices)]
    return [*listed, home.feature(listed)]
