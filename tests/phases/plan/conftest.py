"""How the tests of phase 4 reach its pages."""

from collections.abc import Callable

import pytest
from django.urls import reverse


@pytest.fixture
def url() -> Callable[..., str]:
    """The address of a page of Lektiecaféen."""
    return lambda name, *rest: reverse(name, args=["lektiecafeen", *rest])
