"""The sets of tasks that we propose for common activities."""

from django.db import migrations

from projects.activities import load_activities


def load(apps, schema_editor):
    load_activities(apps)


class Migration(migrations.Migration):
    dependencies = [("projects", "0012_accepted_findings_subjects")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
