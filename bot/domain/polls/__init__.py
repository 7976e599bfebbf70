"""Pulse polls: one question with two to ten options, anonymous or named, open until a time."""
