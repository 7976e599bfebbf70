"""Vacant premises: `/naering lokaler`."""

from bot.domain.premises import person
from bot.slack.feature import Feature

FEATURE = Feature("premises", nightly=person.nightly, forget=person.forget, export=person.export)
