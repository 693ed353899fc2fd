"""What happens on a save is visible where it is called: no signal receiver is ours, no model overrides save."""

import gc
import inspect
from collections.abc import Callable, Iterator

import pytest
from django.apps import apps
from django.contrib.auth import signals as auth_signals
from django.db.models import Model
from django.db.models import signals as model_signals
from django.dispatch import Signal, receiver
from django.urls import get_resolver

OUR_PACKAGES = ("actors", "forankring", "projects")
# "module.function" → why it may listen. An entry that no longer listens must go.
ALLOWED: dict[str, str] = {}


def is_ours(module: str | None) -> bool:
    return bool(module) and str(module).split(".")[0] in OUR_PACKAGES


def live_receivers(signal: Signal) -> Iterator[Callable[..., object]]:
    """The functions that listen, whichever shape this Django keeps them in."""
    for entry in signal.receivers:
        listener = entry[1]
        found = listener() if type(listener).__name__ in {"ReferenceType", "weakref", "WeakMethod"} else listener
        if found is not None:
            yield found


def our_receivers() -> set[str]:
    # Views and forms bring in the modules that could connect something.
    assert get_resolver().url_patterns
    return {
        f"{function.__module__}.{getattr(function, '__qualname__', type(function).__qualname__)}"
        for signal in gc.get_objects()
        if issubclass(type(signal), Signal)  # isinstance would wake the lazy objects among them
        for function in live_receivers(signal)
        if is_ours(getattr(function, "__module__", None))
    }


def test_no_signal_receiver_is_ours() -> None:
    assert our_receivers() == set(ALLOWED)


def test_the_walk_sees_a_receiver_that_is_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """The guard must not pass because it looks in the wrong place."""

    @receiver([model_signals.post_save, auth_signals.user_logged_in])
    def planted(**kwargs: object) -> None: ...

    monkeypatch.setattr(planted, "__module__", "projects.planted")
    assert any(name.startswith("projects.planted") for name in our_receivers())


def our_models() -> list[type[Model]]:
    return [model for model in apps.get_models(include_auto_created=True) if is_ours(model.__module__)]


def test_no_model_of_ours_overrides_save_or_delete() -> None:
    overrides = [
        f"{base.__module__}.{base.__qualname__}.{name}"
        for model in our_models()
        for base in inspect.getmro(model)
        if is_ours(base.__module__)
        for name in ("save", "delete", "asave", "adelete")
        if name in vars(base)
    ]
    assert not overrides


def test_no_model_of_ours_orders_its_rows_unasked() -> None:
    assert not [model._meta.label for model in our_models() if model._meta.ordering]
