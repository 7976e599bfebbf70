"""Næringsbot: the hub of a municipality's business network, in Slack."""
