"""Tests mirror the source; benchmarks, browser and e2e stand beside them."""
