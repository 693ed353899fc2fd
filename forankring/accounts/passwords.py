"""Django's rules for passwords, said in plain Danish: what to do, not what is wrong."""

import unicodedata
from typing import Any, Final

from django.contrib.auth import password_validation as django
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


class NotAboutYou(django.UserAttributeSimilarityValidator):
    def __init__(self, user_attributes: Any = ("name", "email"), max_similarity: float = 0.7) -> None:
        super().__init__(user_attributes, max_similarity)

    def get_error_message(self) -> str:
        return self.get_help_text()

    def get_help_text(self) -> str:
        return _("Brug ikke dit navn eller din e-mail.")


class LongEnough(django.MinimumLengthValidator):
    def get_error_message(self) -> str:
        return self.get_help_text()

    def get_help_text(self) -> str:
        return _("Brug mindst %(count)d tegn.") % {"count": self.min_length}


# What people here would guess first. A password of nothing but these, with digits and signs around them, is refused.
EASY: Final = frozenset(
    """
    forankring forankringsplan plan helhedsplan helhedsplaner boligsocial boligsociale bolig boliger boligforening
    boligorganisation boligafdeling boligselskab afdeling almene landsbyggefonden byggefond styregruppe bestyrelse
    følgegruppe projekt projekter indsats kommune kommunen beboer beboere område demo test admin administrator bruger
    password passwort adgangskode kodeord kode login velkommen hemmelig hemmeligt qwerty qwertyuiop asdf asdfghjkl abc
    sommer vinter forår foraar efterår efteraar januar februar marts april maj juni juli august september oktober
    november december mandag tirsdag onsdag torsdag fredag lørdag søndag danmark dansk hej goddag i på og min mit vores
    """.split()
)
FEWEST_CHARACTERS: Final = 4  # different ones


class NotCommon(django.CommonPasswordValidator):
    """Neither on Django's list of what many use, nor made of the words of this place alone."""

    def validate(self, password: str, user: Any = None) -> None:
        super().validate(password, user)
        letters = "".join(filter(str.isalpha, unicodedata.normalize("NFC", password).lower()))
        if len(set(password.lower())) < FEWEST_CHARACTERS or (letters and _is_made_of(EASY, letters)):
            raise ValidationError(self.get_error_message(), code="password_too_common")

    def get_error_message(self) -> str:
        return _("Vælg en anden adgangskode. Den er for nem at gætte, fordi mange bruger den.")

    def get_help_text(self) -> str:
        return _("Vælg en, der er svær at gætte.")


class NotOnlyDigits(django.NumericPasswordValidator):
    def get_error_message(self) -> str:
        return self.get_help_text()

    def get_help_text(self) -> str:
        return _("Brug ikke kun tal.")


def _is_made_of(words: frozenset[str], text: str) -> bool:
    """Whether the text is one or more of the words, set together."""
    ends = {0}
    for end in range(1, len(text) + 1):
        if any(text[start:end] in words for start in ends):
            ends.add(end)
    return len(text) in ends
