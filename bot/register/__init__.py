"""Enhetsregisteret, the public register of companies, by its open interface (version 2)."""
