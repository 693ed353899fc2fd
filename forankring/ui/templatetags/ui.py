"""Template tags of the design system; see docs/ui.md. They are built in: no template loads them."""

import datetime
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from crispy_forms.helper import FormHelper as CrispyHelper
from crispy_forms.utils import render_crispy_form
from django import forms, template
from django.forms import BaseForm, BoundField
from django.forms.formsets import BaseFormSet
from django.template import Context
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from forankring.ui import hyphens
from forankring.ui.cautions import KEPT, Caution
from forankring.ui.dates import write_date, write_moment
from forankring.ui.errors import messages_of, show_control_characters
from forankring.ui.forms import FormHelper
from forankring.ui.numbers import NBSP, write_kroner, write_number

register = template.Library()


# Words and numbers ------------------------------------------------------------------------------
@register.filter
def dansk_dato(value: datetime.date | None) -> str:
    """ "1. maj 2027"; nothing for no date."""
    return write_date(value) if value else ""


@register.filter
def clock(value: datetime.datetime) -> str:
    """ "kl. 14.32", with the day when it is not today."""
    return write_moment(value)


@register.filter
def kroner(value: Decimal | int | None) -> str:
    """ "120.000 kr."; nothing for no amount."""
    return "" if value is None else write_kroner(value)


@register.filter
def timer(value: Decimal | float | None) -> str:
    """ "1,5 timer", "1 time"; nothing for no number."""
    if value is None:
        return ""
    return f"{write_number(value)}{NBSP}{_('time') if value == 1 else _('timer')}"


@register.filter
def may_break(value: Any) -> SafeString:
    """A name for a narrow column: its long words can be broken."""
    return hyphens.may_break(str(value))


@register.simple_tag
def icon(name: str, label: str = "") -> SafeString:
    """A picture from Det Fælles Designsystem, silent unless it has a label of its own."""
    url = f"{static('dkfds/img/all-svg-icons.svg')}#{name}"
    if label:
        return format_html(
            '<svg class="icon-svg" role="img" aria-label="{}" focusable="false"><use href="{}"></use></svg>', label, url
        )
    return format_html('<svg class="icon-svg" aria-hidden="true" focusable="false"><use href="{}"></use></svg>', url)


_STATUS_CLASSES = {"NOT_BEGUN": "open", "IN_PROGRESS": "open", "NEEDS_ANSWER": "ask", "DONE": "done"}


@register.simple_tag
def status_tag(status: Any, detail: str = "", words: str = "") -> SafeString:
    """How far a step is, in words: done is quiet, the rest stands out. `status` is a member of the Status enum.

    `words` say it more exactly than the status itself ("4 ting at se på").
    """
    told = words or str(status.value)
    words = f"{told} · {detail}" if detail else told
    return format_html('<span class="status status-{}">{}</span>', _STATUS_CLASSES.get(status.name, "open"), words)


# Forms ------------------------------------------------------------------------------------------
@register.simple_tag(takes_context=True)
def form_fields(context: Context, form: Any) -> SafeString:
    """The fields of a form or a formset, in its helper's layout if it has one."""
    helper = getattr(form, "helper", None)
    flat = {key: value for key, value in context.flatten().items() if isinstance(key, str)}
    html = render_crispy_form(form, helper if isinstance(helper, CrispyHelper) else FormHelper(), flat)
    return SafeString(html)


@register.simple_tag
def form_field(field: BoundField) -> SafeString:
    """One field with label, help and message, wherever the page wants it."""
    return SafeString(render_to_string("dkfds/field.html", {"field": field}))


@register.simple_tag(takes_context=True)
def form_page(context: Context, form: Any, **options: Any) -> SafeString:
    """A whole `<form>`: fields and buttons. May be given: `submit`, `overview`, `another`, `cancel` (URL), `action`."""
    flat = {key: value for key, value in context.flatten().items() if isinstance(key, str)}
    return SafeString(render_to_string("components/form_page.html", {**flat, "form": form, **options}))


@register.inclusion_tag("components/buttons.html")
def form_buttons(submit: str = "", **options: Any) -> dict[str, Any]:
    """The row of buttons: one primary, the others quiet."""
    return {"submit": submit or _("Gem og fortsæt"), **options}


@register.simple_tag
def control(field: BoundField) -> SafeString:
    """The input itself with the design system's class. Groups of buttons are drawn by `field.html`."""
    widget = field.field.widget
    attrs: dict[str, str | bool] = {} if widget.is_hidden else {"class": _control_classes(widget)}
    if cautions(field):
        attrs["aria-describedby"] = " ".join(filter(None, [field.aria_describedby, f"{field.auto_id}_caution"]))
    return SafeString(show_control_characters(field.as_widget(attrs=attrs)))


def _control_classes(widget: forms.Widget) -> str:
    if isinstance(widget, forms.CheckboxInput):
        kind = "form-checkbox"
    elif isinstance(widget, forms.Select):
        kind = "form-select"
    else:
        kind = "form-input"
    short = "input-short" if widget.attrs.get("inputmode") in {"numeric", "decimal"} else ""
    return " ".join(filter(None, [kind, short, widget.attrs.get("class", "")]))


@register.filter
def field_kind(field: BoundField) -> str:
    """How `field.html` draws it: hidden, group, checkbox or control."""
    widget = field.field.widget
    if widget.is_hidden:
        return "hidden"
    if isinstance(widget, forms.RadioSelect | forms.CheckboxSelectMultiple):
        return "group"
    return "checkbox" if isinstance(widget, forms.CheckboxInput) else "control"


@register.filter
def suffix(field: BoundField) -> str:
    """The unit after the control ("kr."), if the field has one."""
    return str(getattr(field.field, "suffix", ""))


@register.simple_tag
def option_hint(field: BoundField, option: Any) -> str:
    """What explains one of the answers in a group, if anything does."""
    hints = getattr(field.field, "hints", {})
    return str(hints.get(str(option.data["value"]), ""))


# Errors -----------------------------------------------------------------------------------------
@register.simple_tag(takes_context=True)
def error_prefix(context: Context) -> str:
    """ "Fejl: " for the page's title when a form on it has errors."""
    return _("Fejl: ") if any(_problems(context)) else ""


@register.filter
def messages(field: BoundField) -> list[str]:
    """What the field says, in the words of the summary."""
    return list(messages_of(field))


@register.filter
def cautions(field: BoundField) -> list[Caution]:
    """What the field's text should be read once more for."""
    found: dict[str, list[Caution]] = getattr(field.form, "cautions", {})
    return found.get(field.name, [])


@register.filter
def has_stored(field: BoundField) -> bool:
    """Whether what was sent in the field is stored though it is asked about."""
    return hasattr(field.form, "has_stored") and field.form.has_stored(field.name)


@register.simple_tag
def keep_control(field: BoundField) -> str:
    """The hidden control that keeps the field's text when it is sent again; "" where nothing was found."""
    mark = field.form.mark_to_keep(field.name) if hasattr(field.form, "mark_to_keep") else ""
    return format_html('<input type="hidden" name="{}-{}" value="{}">', field.html_name, KEPT, mark) if mark else ""


@register.inclusion_tag("components/error_summary.html", takes_context=True)
def error_summary(context: Context, *only: Any) -> dict[str, Any]:
    """All problems on the page, and texts to read once more, with links to where they are.

    Reads `form`, `formset` and `forms` from the context.
    """
    raised = [
        (field, caution) for form in _all_forms(_given(context, *only)) for field in form for caution in cautions(field)
    ]
    found = [
        (f"{field.label}{'' if str(field.label).endswith('?') else ':'} {caution.text}", _focus_id(field))
        for field, caution in raised
    ]
    return {
        "problems": list(_problems(context, *only)),
        "cautions": found,
        "misses_text": any(caution.misses_text for _field, caution in raised),
        "is_stored": bool(raised) and all(has_stored(field) for field, _caution in raised),
        "stores_at_once": any(getattr(field.form, "stores_at_once", False) for field, _caution in raised),
        "rest_is_stored": any(getattr(form, "rest_is_stored", False) for form in _all_forms(_given(context, *only))),
    }


def _given(context: Context, *only: Any) -> Iterable[Any]:
    return only or (context.get("form"), context.get("formset"), *(context.get("forms") or ()))


def _problems(context: Context, *only: Any) -> Iterator[tuple[str, str]]:
    """(words, id of the control or "") for every message of every form on the page."""
    for form in _all_forms(_given(context, *only)):
        for message in form.non_field_errors():
            yield str(message), ""
        for field in form:
            for message in messages_of(field):
                yield message, _focus_id(field)


def _all_forms(given: Iterable[Any]) -> Iterator[BaseForm]:
    for each in given:
        if isinstance(each, BaseFormSet):
            yield from each
        elif isinstance(each, BaseForm) and each.is_bound:
            yield each


def _focus_id(field: BoundField) -> str:
    """The id of what takes the focus: the control, or the first button of a group; "" when nothing is visible."""
    if field.is_hidden:
        return ""
    if field_kind(field) == "group":
        return next((option.id_for_label for option in field.subwidgets), "")
    return str(field.id_for_label)
