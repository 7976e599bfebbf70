"""Vacant premises and sites: put out by who owns them, found by who looks for them, asked after when they grow old."""
