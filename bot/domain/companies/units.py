"""A unit as the public register knows it: a value without anything about persons."""

from dataclasses import dataclass, replace
from typing import Literal

State = Literal["active", "bankrupt", "winding up", "deleted", "gone"]
"""`gone`: the register may not tell of it any more."""

# Sole proprietorships, and the other forms whose name is a person's and whose address is often a home.
PERSONAL = frozenset(("ENK", "PERS", "BO", "TVAM"))
LONGEST_NAME, LONGEST_STREET, LONGEST_WORD = 200, 120, 80


@dataclass(frozen=True)
class Unit:
    """`parent`: of a branch, the number of the company that it belongs to; a company has none.

    `form`: the code of its form, such as AS. `code`: its first industry code as the register writes it, `trade` what
    that means there. `employees`: none where it is not told. What is empty is not known, or is nobody's business.
    """

    number: str
    form: str
    state: State
    code: str = ""
    name: str = ""
    trade: str = ""
    employees: int | None = None
    street: str = ""
    postal_code: str = ""
    city: str = ""
    municipality: str = ""
    parent: str = ""

    @property
    def is_personal(self) -> bool:
        return self.form in PERSONAL

    def bare(self) -> "Unit":
        """All that is kept of a sole proprietorship, and of its branches."""
        return Unit(self.number, self.form, self.state, self.code, parent=self.parent)

    def gone(self) -> "Unit":
        return replace(self.bare(), state="gone", code="")
