"""Landsbyggefonden's indsatsområder."""

from django.db import migrations

from projects.reference import load_focus_areas


def load(apps, schema_editor):
    load_focus_areas(apps)


class Migration(migrations.Migration):
    dependencies = [("projects", "0001_initial")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
