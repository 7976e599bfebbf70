"""Announcements: written, counted, approved, then fed to the outbox in pieces; each receiver gets one, once."""
