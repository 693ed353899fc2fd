"""Names of people and organisations in one normal form."""

from django.db import migrations

from forankring.database.columns import normalise_rows


def normalise(apps, schema_editor):
    normalise_rows(apps, "accounts")


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_one_form_of_addresses")]
    operations = [migrations.RunPython(normalise, migrations.RunPython.noop)]
