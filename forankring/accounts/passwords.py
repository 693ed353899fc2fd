"""Django's rules for passwords, said in plain Danish: what to do, not what is wrong."""

from typing import Any

from django.contrib.auth import password_validation as django
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


class NotCommon(django.CommonPasswordValidator):
    def get_error_message(self) -> str:
        return _("Vælg en anden adgangskode. Den er for nem at gætte, fordi mange bruger den.")

    def get_help_text(self) -> str:
        return _("Vælg en, der er svær at gætte.")


class NotOnlyDigits(django.NumericPasswordValidator):
    def get_error_message(self) -> str:
        return self.get_help_text()

    def get_help_text(self) -> str:
        return _("Brug ikke kun tal.")
