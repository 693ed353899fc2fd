"""The way out of the example, for a place that tried it and now begins in earnest."""

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.db.models import Model, ProtectedError, QuerySet

from actors.models import HousingDepartment, HousingOrganisation, Programme
from forankring.accounts.models import User
from projects.demo.people import PEOPLE
from projects.demo.pilebro import ORGANISATIONS
from projects.models import Project


def accounts() -> QuerySet[User]:
    """The example's people. Their addresses end in .example, which nobody can have."""
    return User.objects.filter(email__in=[person.email for person in PEOPLE])


@transaction.atomic
def remove() -> None:
    """Take the example's helhedsplaner away with all that was written in them, its registry rows and its people.

    A registry row that somebody else uses stays. So does a person whose name stands in somebody else's plan, but that
    account is closed and its password is gone.
    """
    programmes = Programme.objects.filter(is_demo=True)
    # A project protects its actors, so the projects go first.
    Project.objects.filter(programme__in=programmes).delete()
    programmes.delete()
    ours = HousingOrganisation.objects.filter(lbf_number__in=ORGANISATIONS)
    for row in [*HousingDepartment.objects.filter(organisation__in=ours), *ours]:
        _delete_unless_used(row)
    for person in accounts():
        if not _delete_unless_used(person):
            accounts().filter(pk=person.pk).update(
                password=make_password(None), is_active=False, is_staff=False, is_superuser=False
            )


def _delete_unless_used(row: Model) -> bool:
    try:
        with transaction.atomic():
            row.delete()
    except ProtectedError:
        return False
    return True
