"""Numbers with their nouns, in what the commands print."""


def counted(number: int, one: str, many: str = "") -> str:
    """«1 fault», «2 faults»; `many` where it is not `one` with an s."""
    return f"{number} {one if number == 1 else many or one + 's'}"
