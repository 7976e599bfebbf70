"""Members choose their company, and tell what kind it is."""

from bot.domain.companies.rows import BRANCHES, NOT_THERE, Company
from bot.domain.members import Member
from tests.handlers.choosing import fills
from tests.handlers.forging import presses
from tests.house import House, actions, words
from tests.slacks import KARI, NETWORK


def about(house: House, **fields: str) -> None:
    home = house.kari.home()
    house.kari.presses_in(home, "members.edit")
    assert fills(house.kari, **fields) == {}


def test_a_member_names_a_company_and_tells_of_it(house: House) -> None:
    assert "companies.edit" not in actions(house.kari.home())
    about(house, company="Eksempel Bakeri AS")
    house.kari.presses_in(house.kari.home(), "companies.edit")
    assert "Eksempel Bakeri AS" in words(house.kari.modal)
    assert fills(house.kari, branch="industry", area="area.visperud", size="1-4") == {}
    about(house)  # what was chosen before is still chosen
    company = house.all(Company)[0]
    assert (company.name, company.branch, company.area, company.size) == (
        "Eksempel Bakeri AS",
        "industry",
        "area.visperud",
        "1-4",
    )
    house.kari.presses_in(house.kari.home(), "companies.edit")
    assert BRANCHES["industry"].nb in words(house.kari.modal)
    assert fills(house.kari, size="5-19") == {}
    assert [(one.branch, one.size) for one in house.all(Company)] == [("industry", "5-19")]
    assert {row.id: row.company for row in house.all(Member)}[KARI] == "Eksempel Bakeri AS"


def test_who_is_in_no_company_cannot_tell_of_one(house: House) -> None:
    presses(house, KARI, "companies.edit", "")
    assert house.kari.private(NETWORK)[-1]["text"] == NOT_THERE.nb
