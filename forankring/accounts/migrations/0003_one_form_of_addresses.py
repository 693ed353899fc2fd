"""Every address in its one form, and no second copy of it in the library's table."""

from typing import Any

from django.db import migrations

from forankring.accounts.addresses import one_form


def bring_to_one_form(apps: Any, schema_editor: Any) -> None:
    """Where two people would get the same address, both keep theirs: an administrator must choose."""
    users = apps.get_model("accounts", "User").objects
    for user in users.all():
        address = one_form(user.email)
        if address != user.email and not users.filter(email=address).exclude(pk=user.pk).exists():
            user.email = address
            user.save(update_fields=["email"])
    apps.get_model("account", "EmailAddress").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_shared_cache"),
        ("account", "0009_emailaddress_unique_primary_email"),
    ]

    operations = [migrations.RunPython(bring_to_one_form, migrations.RunPython.noop)]
