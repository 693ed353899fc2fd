"""What a guest types or points the phone at to join a round, and the tokens of links."""

import secrets
from base64 import urlsafe_b64encode
from typing import Final

from django.utils.crypto import constant_time_compare, salted_hmac

# No vowels, so that no words appear, and no two that look alike on a far wall (B and 8, G and 6, S and 5, Z and 2).
SIGNS: Final = "BCDFGHJKLMNPQRSTVWXZ3479"
LENGTH: Final = 6


def new_code() -> str:
    """One of 190 million, so that the tries which are allowed hit nothing."""
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


def key_of(code: str) -> str:
    """What the QR code holds: nobody can guess it, so that it may be tried as often as anybody likes."""
    digest = salted_hmac("forankring.round.key", code, algorithm="sha256").digest()
    return code + urlsafe_b64encode(digest[:12]).decode()


def read_key(key: str) -> str:
    """The code in a key; "" when the key is none of ours."""
    code = key[:LENGTH]
    return code if constant_time_compare(key, key_of(code)) else ""
