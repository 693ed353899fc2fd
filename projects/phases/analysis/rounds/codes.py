"""What a guest types to join a round, and the tokens of links. Pure functions over chance."""

import secrets
from typing import Final

# No vowels, so that no words appear, and nothing that looks like something else on a far wall.
_SIGNS: Final = "BCDFGHJKLMNPQRSTVWXZ23456789"
LENGTH: Final = 6


def new_code() -> str:
    """One of 480 million, so that the few tries a minute which are allowed hit nothing."""
    return "".join(secrets.choice(_SIGNS) for _ in range(LENGTH))


def new_token() -> str:
    return secrets.token_urlsafe(32)


def read_code(typed: str) -> str:
    """The code as it is kept, however it was typed: in small letters, with spaces or hyphens."""
    return "".join(typed.split()).replace("-", "").upper()


def show_code(code: str) -> str:
    """The code as it is read aloud, in two halves."""
    return f"{code[: LENGTH // 2]} {code[LENGTH // 2 :]}"
