"""Whoever signs in. What they may do hangs on their membership of a helhedsplan, not here."""

from typing import Any, ClassVar, Final

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forankring.accounts.addresses import one_form
from forankring.database.columns import CharField

NOBODY: Final = 0  # no row has this number


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **extra: Any) -> "User":
        """A person with this address, in its one form. Without a password they must set one to sign in."""
        user = self.model(email=one_form(email), **extra)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def create_superuser(self, email: str, password: str | None = None, **extra: Any) -> "User":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **extra)

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=one_form(username or ""))

    def with_address(self, email: str) -> "User | None":
        """The person who signs in with the address, however it is written."""
        return self.filter(email=one_form(email)).first()


class User(AbstractBaseUser, PermissionsMixin):
    """Signs in with e-mail. `is_staff` opens the Django admin and gives no right to any plan."""

    # Unique as typed for Django's own check; the constraint below refuses the same address in other letters.
    email = models.EmailField(
        _("e-mail"), unique=True, error_messages={"unique": _("Der er allerede en person med den e-mail.")}
    )
    name = CharField(_("navn"), max_length=150, blank=True)
    organisation = CharField(_("organisation"), max_length=150, blank=True)
    is_staff = models.BooleanField(_("administrator"), default=False, help_text=_("Må åbne administrationen."))
    is_active = models.BooleanField(
        _("aktiv"), default=True, help_text=_("Fjern markeringen i stedet for at slette personen.")
    )
    # Whether the last letter to them went off, as far as this object saw. Not kept.
    was_written_to = True
    date_joined = models.DateTimeField(_("oprettet"), default=timezone.now, editable=False)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("personer")
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="one_user_per_email",
                violation_error_message=_("Der er allerede en person med den e-mail."),
            )
        ]

    def __str__(self) -> str:
        return self.name or self.email

    def get_full_name(self) -> str:
        return str(self)

    def get_short_name(self) -> str:
        return str(self)
