"""The floor that every part stands on; it imports nothing of ours."""
