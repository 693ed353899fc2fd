"""Denmark's kommuner and regions."""

from django.db import migrations

from actors.reference import load_municipalities


def load(apps, schema_editor):
    load_municipalities(apps)


class Migration(migrations.Migration):
    dependencies = [("actors", "0001_initial")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
