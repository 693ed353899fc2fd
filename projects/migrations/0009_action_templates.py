"""The templates of actions, and the parts that actors have in interfaces."""

from django.db import migrations

from projects.action_templates import load_action_templates
from projects.conversions import parts_of_interfaces


def load(apps, schema_editor):
    load_action_templates(apps)
    parts_of_interfaces(apps)


class Migration(migrations.Migration):
    dependencies = [("projects", "0008_accepted_findings")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
