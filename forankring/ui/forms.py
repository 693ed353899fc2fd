"""The base of every form: Danish, lenient, and drawn by the design system."""

from collections.abc import Collection
from typing import Any

from crispy_forms.helper import FormHelper as CrispyHelper
from crispy_forms.layout import Div, Layout, LayoutObject
from django import forms
from django.core.validators import MaxValueValidator, MinValueValidator, ProhibitNullCharactersValidator
from django.forms.utils import pretty_name
from django.template.loader import render_to_string
from django.utils.datastructures import MultiValueDict
from django.utils.functional import Promise, cached_property
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from forankring.ui.cautions import KEPT, Caution, cautions_in, improbable, is_read_for_cautions, mark_of, without
from forankring.ui.dates import DATE_HELP, EARLIEST, LATEST
from forankring.ui.errors import refuse_control_characters, speak_danish
from forankring.ui.fields import DateField, LinesField
from forankring.ui.personal import refuse_personal_numbers
from forankring.ui.text import normal
from forankring.ui.widgets import DateInput, NumberInput, TextareaInput

__all__ = ["DanishForm", "FormHelper", "Row", "Section"]


class Section(LayoutObject):
    """Fields that belong together under a heading of their own, which help may follow."""

    template = "dkfds/layout/section.html"

    def __init__(self, legend: Any, *fields: str | LayoutObject, help_text: Any = "") -> None:
        self.legend, self.fields, self.help_text = legend, list(fields), help_text

    def render(self, form: Any, context: Any, template_pack: Any = "dkfds", **kwargs: Any) -> SafeString:
        fields = self.get_rendered_fields(form, context, template_pack, **kwargs)
        return render_to_string(self.template, {"section": self, "fields": fields})


class Row(Div):
    """Short fields side by side where there is room."""

    css_class = "form-row"


class FormHelper(CrispyHelper):
    """Draws the fields only: the `<form>` and its buttons belong to the page (`{% form_page %}`)."""

    form_tag = False
    disable_csrf = True
    include_media = False
    render_unmentioned_fields = True

    def __init__(self, *layout: str | LayoutObject) -> None:
        super().__init__()
        self.layout = Layout(*layout)


class DanishForm(forms.BaseForm):
    """Mixed into Form and ModelForm, before them.

    Fields are plain text inputs that read what Danes type, every message says what to do, nothing is refused or cut
    by the browser, and control characters and CPR numbers are answered at the field. `field_order` and `helper` work
    as usual.

    A text that should be read once more (forankring/ui/cautions.py) is not saved by the first press: the form is not
    valid, has no errors, and shows its `cautions`. The next press keeps the text. `judging` names the fields where
    actors are judged.

    Where answers are stored as they are given (`stores_at_once`), a caution only asks: what is stored already is asked
    about too, and `is_stored`, which the view sets, lets the page say so: of each field that `has_stored` says.
    """

    use_required_attribute = False
    helper: FormHelper
    judging: Collection[str] = ()
    stores_at_once = False
    is_stored = False
    rest_is_stored = False  # something was refused, and what was sent beside it is stored

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.data = self._in_normal_form()
        for name, field in self.fields.items():
            if type(field) is forms.DateField:
                self.fields[name] = field = DateField.like(field)
            self.put_in_words(name, field)
            self._keep_the_models_words(name, field)
            field.widget.attrs.pop("placeholder", None)
            field.widget.attrs.pop("maxlength", None)  # the browser would cut what is pasted, without a word
            _choose_widget(field)
            _guard(field)
            # Not self[name].label: a bound field is made once, and a form may still change its label or help.
            label = field.label if isinstance(field.label, Promise) else field.label or pretty_name(name)
            speak_danish(field, label)
        if not hasattr(self, "helper"):
            self.helper = FormHelper()

    def _in_normal_form(self) -> Any:
        """What was sent, as it will be stored: so it is counted, compared and shown. A password is left as it is."""
        fields = self.fields.items()
        secret = {self.add_prefix(name) for name, field in fields if isinstance(field.widget, forms.PasswordInput)}
        sent: Any = self.data
        if not isinstance(sent, MultiValueDict):
            return {name: value if name in secret else normal(value) for name, value in sent.items()}
        changed = [(name, new) for name, old in sent.lists() if name not in secret and (new := normal(old)) != old]
        if changed:
            sent = sent.copy()
            for name, values in changed:
                sent.setlist(name, values)
        return sent

    def put_in_words(self, name: str, field: forms.Field) -> None:
        """Give the field the label, the help and the guidance that are kept outside the form. They may be read late."""

    def is_valid(self) -> bool:
        return super().is_valid() and not any(self.cautions.values())

    @cached_property
    def _found(self) -> dict[str, list[Caution]]:
        """What was found in the texts that were changed, by field. What a text held before is not found again.

        Of a form that stores at once it is what was found in every text: what was stored a moment ago is not read yet.
        """
        if not self.is_bound and not self.stores_at_once:
            return {}
        found = {}
        for name in self.fields if self.stores_at_once else self.changed_data:
            field = self.fields[name]
            if name in self.errors:
                continue
            if unlikely := improbable(field, self.written_in(name)):
                found[name] = [unlikely]
            if not is_read_for_cautions(field):
                continue
            judges = name in self.judging
            known = set() if self.stores_at_once else self._known_in(name, judges=judges)
            found[name] = without(known, cautions_in(self.written_in(name), judges=judges))
        return {name: each for name, each in (found | self.more_cautions()).items() if each}

    def _known_in(self, name: str, *, judges: bool) -> set[tuple[str, str]]:
        """What was found in the field's text as it stood before."""
        before = cautions_in(self.get_initial_for_field(self.fields[name], name), judges=judges)
        return {(each.kind, word.lower()) for each in before for word in each.found}

    def written_in(self, name: str) -> Any:
        """What was sent in the field; of a form to which nothing was sent, what it is shown with."""
        if self.is_bound:
            return self.cleaned_data.get(name)
        return self.get_initial_for_field(self.fields[name], name)

    def more_cautions(self) -> dict[str, list[Caution]]:
        """What the form itself asks about once, by field, when the answers are read."""
        return {}

    def has_stored(self, name: str) -> bool:
        """Whether what was sent in the field is stored, also while it is asked about."""
        return self.is_stored

    def mark_to_keep(self, name: str) -> str:
        """What the hidden control beside a caution carries, so that the next press keeps the text; "" for nothing."""
        found = self._found.get(name)
        return mark_of(found) if found else ""

    @property
    def cautions(self) -> dict[str, list[Caution]]:
        """What the person has not read yet, by field."""
        if not self.is_bound:
            return {}
        return {
            name: found
            for name, found in self._found.items()
            if self.data.get(f"{self.add_prefix(name)}-{KEPT}") != mark_of(found)
        }

    def _keep_the_models_words(self, name: str, field: forms.Field) -> None:
        """A model says what to do about an empty answer with `blank`; a form's word for the same is `required`."""
        model = getattr(getattr(self, "_meta", None), "model", None)
        columns = {column.name: column for column in model._meta.fields} if model else {}
        words = getattr(columns.get(name), "_error_messages", None) or {}
        if "blank" in words and field.error_messages["required"] == forms.Field.default_error_messages["required"]:
            field.error_messages["required"] = words["blank"]


_DJANGOS_SIZE = (("cols", "40"), ("rows", "10"))


def _choose_widget(field: forms.Field) -> None:
    """Exchange Django's standard control for ours. A control that the form chose itself stays."""
    replacement: forms.Widget | None = None
    if type(field.widget) is forms.Textarea:
        replacement = TextareaInput({k: v for k, v in field.widget.attrs.items() if (k, v) not in _DJANGOS_SIZE})
    elif type(field.widget) is DateInput:
        field.help_text = field.help_text or _("For eksempel 1. maj 2027.")
    elif type(field.widget) is forms.NumberInput:
        replacement = NumberInput({"inputmode": "numeric" if isinstance(field, forms.IntegerField) else "decimal"})
    if replacement:
        replacement.is_required = field.widget.is_required
        field.widget = replacement
    if isinstance(field.widget, forms.Textarea) or type(field.widget) is forms.TextInput:
        field.widget.attrs.setdefault("dir", "auto")  # what is written from right to left begins at the right
    if isinstance(field, forms.ChoiceField) and not isinstance(field, forms.ModelChoiceField):
        field.choices = _without_dashes(field)


def _without_dashes(field: forms.ChoiceField) -> Any:
    """Radio buttons need no button for "nothing chosen", and a list says "Vælg" instead of a row of dashes."""
    choices = list(field.choices)  # type: ignore[arg-type]
    if isinstance(field.widget, forms.RadioSelect):
        return [choice for choice in choices if choice[0] not in ("", None)]
    return [(code, _("Vælg") if code == "" and str(label).startswith("---") else label) for code, label in choices]


def _guard(field: forms.Field) -> None:
    if isinstance(field, forms.ModelChoiceField):
        if field.empty_label is not None and str(field.empty_label).startswith("---"):
            field.empty_label = None if isinstance(field.widget, forms.RadioSelect) else _("Vælg")
    elif isinstance(field, forms.DateField):
        field.validators += [MinValueValidator(EARLIEST, DATE_HELP), MaxValueValidator(LATEST, DATE_HELP)]
    elif not isinstance(field.widget, forms.PasswordInput):
        # Django's own guard against NUL would say the same thing a second time.
        others = [each for each in field.validators if not isinstance(each, ProhibitNullCharactersValidator)]
        field.validators = [*others, refuse_control_characters]
        if isinstance(field, forms.CharField | LinesField) and not field.widget.is_hidden:
            field.validators.append(refuse_personal_numbers)
