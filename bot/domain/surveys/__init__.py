"""Surveys: several questions in parts, asked of invited companies in waves, answered step by step without names."""
