"""The session ran out while somebody wrote: what they sent goes along through the sign-in page, and only to them.

Nothing is stored on the way. The page that was filled in carries a mark of whom it was shown to; what they sent stands
in the sign-in page as one signed hidden value, and is taken out again when that same person signs in there.
"""

from datetime import timedelta
from typing import Any, Final

from django.core import signing
from django.http import HttpRequest, QueryDict

from forankring.ui.versions import show_only

WRITTEN_BY: Final = "skrevet_af"  # hidden field of a form: whom it was shown to
CARRIED: Final = "med_videre"  # hidden field of the sign-in page: what was sent

MARK_LASTS: Final = timedelta(days=7)  # from when the page was shown
CARRIED_LASTS: Final = timedelta(hours=2)  # from when it was sent

_MARK = "forankring.accounts.written_by"
_CARRIED = "forankring.accounts.carried"
PASSWORDS: Final = {"password", "repeated", "oldpassword", "password1", "password2"}  # every form's
_NOT_CARRIED: Final = PASSWORDS | {WRITTEN_BY, CARRIED, "csrfmiddlewaretoken", "login"}


def mark_for(person: Any) -> str:
    """What a form says about whom it was shown to."""
    return signing.dumps(person.pk, salt=_MARK)


def fill(request: HttpRequest, form_class: type[Any], /, **options: Any) -> Any:
    """The form with what was sent, if anything was; for whoever came back it is only shown, not judged."""
    form = form_class(request.POST or None, **options)
    if getattr(request, "came_back", False):
        show_only(form)
    return form


def written_by(request: HttpRequest) -> int | None:
    """The number of the person that the sent form was shown to; None when it does not say so."""
    return _read(request.POST.get(WRITTEN_BY, ""), _MARK, MARK_LASTS)


def is_somebody_elses(request: HttpRequest) -> bool:
    """Whether the sent form was shown to another than who is signed in now, however long ago that was."""
    try:
        return bool(signing.loads(request.POST.get(WRITTEN_BY, ""), salt=_MARK) != request.user.pk)
    except (signing.BadSignature, ValueError):
        return False  # it does not say


def pack(request: HttpRequest) -> str:
    """What was sent by whom, as one signed text; "" when the form does not say whom it was shown to.

    Also "" when a password is in it: the text can be read in the page, and a password is not changed by coming back.
    """
    person = written_by(request)
    if person is None or not PASSWORDS.isdisjoint(request.POST):
        return ""
    sent = {name: values for name, values in request.POST.lists() if name not in _NOT_CARRIED}
    return signing.dumps({"by": person, "to": request.path, "sent": sent}, salt=_CARRIED, compress=True)


def unpack(request: HttpRequest) -> QueryDict | None:
    """What the person who is signed in sent to this address before; None when it was another, or too long ago."""
    carried = _read(request.POST.get(CARRIED, ""), _CARRIED, CARRIED_LASTS)
    if not carried or carried["by"] != request.user.pk or carried["to"] != request.path:
        return None
    answers = QueryDict(mutable=True)
    for name, values in carried["sent"].items():
        answers.setlist(name, values)
    return answers


def _read(text: str, salt: str, lasts: timedelta) -> Any:
    try:
        return signing.loads(text, salt=salt, max_age=lasts)
    except (signing.BadSignature, ValueError):
        return None
