"""Who can sign in to the example. Roles only: no person is named anywhere in it."""

from typing import NamedTuple

from actors.models import Role

PASSWORD = "forankring-demo"


class Person(NamedTuple):
    """A sign-in. `roles` is the role by the helhedsplan's name."""

    email: str
    name: str
    organisation: str
    roles: dict[str, Role]
    is_admin: bool = False


PILEBRO = "Pilebro i Balance"
HAVNEPARKEN = "Havneparken"

PEOPLE = [
    Person("ejer@pilebro.example", "Projektleder, Pilebro", "Pilebro Boligforening", {PILEBRO: Role.OWNER}),
    Person(
        "redaktoer@pilebro.example",
        "Boligsocial medarbejder, Pilebro",
        "Pilebro Boligforening",
        {PILEBRO: Role.EDITOR},
    ),
    Person(
        "bestyrelse@pilebro.example",
        "Medlem af den boligsociale bestyrelse, Pilebro",
        "Pilebro Kommune (fiktiv)",
        {PILEBRO: Role.BOARD},
    ),
    Person("laeser@pilebro.example", "Læser fra tilsynet", "Pilebro Kommune (fiktiv)", {PILEBRO: Role.READER}),
    Person(
        "konsulent@pilebro.example",
        "Boligsocial konsulent",
        "Konsulenthuset (fiktivt)",
        {PILEBRO: Role.EDITOR, HAVNEPARKEN: Role.EDITOR},
    ),
    Person(
        "fremmed@havneparken.example",
        "Projektleder, Havneparken",
        "Havneparkens Boligforening (fiktiv)",
        {HAVNEPARKEN: Role.OWNER},
    ),
    Person("admin@pilebro.example", "Administrator", "Pilebro Boligforening", {}, is_admin=True),
]
