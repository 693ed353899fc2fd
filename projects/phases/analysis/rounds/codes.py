"""What a guest types to join a round, and the tokens of links. Pure functions over chance."""

import secrets
from typing import Final

# No vowels, so that no words appear, and no two that look alike on a far wall (B and 8, G and 6, S and 5, Z and 2).
SIGNS: Final = "BCDFGHJKLMNPQRSTVWXZ3479"
LENGTH: Final = 6


def new_code() -> str:
    """One of 190 million, so that the few tries a minute which are allowed hit nothing."""
    return "".join(secrets.choice(SIGNS) for _ in range(LENGTH))


def new_token() -> str:
    return secrets.token_urlsafe(32)


def read_code(typed: str) -> str:
    """The code as it is kept, however it was typed: in small letters, with spaces or hyphens.

    What no code has is left out.
    """
    return "".join(each for each in typed.upper() if each in SIGNS)


def show_code(code: str) -> str:
    """The code as it is read aloud, in two halves."""
    return f"{code[: LENGTH // 2]} {code[LENGTH // 2 :]}"
