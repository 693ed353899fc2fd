"""A form whose questions have guidance beside them, and words an administrator may change."""

from collections.abc import Collection
from functools import partial
from typing import Any, ClassVar

from django import forms
from django.forms.utils import pretty_name
from django.utils.functional import SimpleLazyObject, lazy

from forankring.ui.forms import DanishForm
from projects.phases.guidance.wordings import guidance_of, help_text_of, label_of

_label = lazy(lambda key, own: label_of(key) or own, str)


def _help_text(key: str, own: Any) -> str:
    return help_text_of(key) or str(own)


class _Help(SimpleLazyObject):
    """The help of a question that has some: Django asks whether there is any before it is shown."""

    def __bool__(self) -> bool:
        return True


class GuidedForm(DanishForm):
    """Mixed into Form and ModelForm in place of DanishForm.

    `asks` is the first part of the questions' keys: "hvorfor" for "hvorfor.problem". `unguided` names fields that
    are asked again and again on the same page, so that their guidance stands there once.
    """

    asks: ClassVar[str]
    unguided: Collection[str] = ()

    @classmethod
    def key_of(cls, name: str) -> str:
        """The key of a field's question. A form that asks the same of several things gives them one key."""
        return f"{cls.asks}.{name}"

    def put_in_words(self, name: str, field: forms.Field) -> None:
        """All of it is read when it is shown: what is sent and saved needs no words."""
        key = self.key_of(name)
        field.label = _label(key, str(field.label or pretty_name(name)))
        if field.help_text:
            field.help_text = _Help(partial(_help_text, key, field.help_text))  # type: ignore[assignment]
        if name not in self.unguided:
            # Read by dkfds/field.html.
            field.guidance = SimpleLazyObject(partial(guidance_of, key))  # type: ignore[attr-defined]

    @property
    def is_guided(self) -> bool:
        """Whether anything stands beside the questions, so that the page makes room for it."""
        return any(getattr(field, "guidance", None) for field in self.fields.values())
