"""Whoever signs in. What they may do hangs on their membership of a helhedsplan, not here."""

from collections.abc import Callable
from contextvars import ContextVar
from datetime import datetime
from typing import Any, ClassVar, Final, Self

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from forankring.accounts.addresses import one_form
from forankring.database.columns import CharField, TextField

NOBODY: Final = 0  # no row has this number
# Whether a room may read the answer to the request at hand (projects/meetings/screen.py). Asked about whoever has no
# name: there the address is not told.
room_reads: ContextVar[Callable[[], bool]] = ContextVar("room_reads")


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
        return self.name or self._address_to_show

    @property
    def _address_to_show(self) -> str:
        reads = room_reads.get(None)
        return self.email.partition("@")[0] if reads and reads() else self.email

    def get_full_name(self) -> str:
        return str(self)

    def get_short_name(self) -> str:
        return str(self)


class SentFormQuerySet(models.QuerySet["SentForm"]):
    def older_than(self, moment: datetime) -> Self:
        return self.filter(at__lt=moment)


class SentForm(models.Model):
    """A page that was sent and carried out (forankring/accounts/sent_once.py).

    `page` is the token the page carried, `content` a keyed digest of what was sent with it. `answer` is the address
    that the first sending led to, `made` the numbers of the rows of `made_kind` it made. A page where something is
    edited is known by its tab (`fane`) and has no `content`: `saved` then holds the digests of what it wrote itself
    (forankring/ui/versions.py).
    """

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="sent_forms")
    page = CharField(max_length=64)
    content = CharField(max_length=64, blank=True)
    answer = TextField(blank=True)
    made_kind = CharField(max_length=80, blank=True)
    made = models.JSONField(default=list)
    saved = models.JSONField(default=dict)
    at = models.DateTimeField(db_index=True)

    objects = SentFormQuerySet.as_manager()

    class Meta:
        verbose_name = _("sendt formular")
        verbose_name_plural = _("sendte formularer")
        constraints = [
            models.UniqueConstraint(fields=["person", "page", "content"], name="one_answer_per_form_and_content")
        ]

    def __str__(self) -> str:
        return f"{self.page} {self.content}"
