"""Several actions to propose for each concept. What administrators have changed is left as it is."""

from django.db import migrations

from projects.action_templates import load_action_templates


def load(apps, schema_editor):
    load_action_templates(apps)


class Migration(migrations.Migration):
    dependencies = [("projects", "0018_action_done_on")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
