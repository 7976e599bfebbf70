"""Visits of the municipality's political and administrative leaders to companies."""
