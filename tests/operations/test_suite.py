"""What the suite itself promises."""

import pytest

from actors.models import Municipality
from projects.models import FocusArea


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("turn", [1, 2])
def test_reference_rows_are_there_after_a_test_that_emptied_the_tables(turn: int) -> None:
    assert Municipality.objects.count() == 98
    assert FocusArea.objects.exists()
