"""Text in one normal form, and names that differ by more than capitals, spaces and hyphens."""

from django.db import migrations, models

from forankring.database.columns import normalise_rows, number_equal_names
from forankring.database.lookups import TextKey
from forankring.ui.text import comparison_key


def normalise(apps, schema_editor):
    normalise_rows(apps, "projects")
    number_equal_names(apps.get_model("projects", "Candidacy"), ("project_actor_id",), "title", comparison_key)
    number_equal_names(apps.get_model("projects", "StaffHours"), ("project_id", "month"), "role", comparison_key)


class Migration(migrations.Migration):
    dependencies = [("projects", "0025_who_was_in_a_round"), ("actors", "0005_text_in_normal_form")]
    operations = [
        migrations.RemoveConstraint("candidacy", "role_once_per_actor"),
        migrations.RemoveConstraint("staffhours", "staff_hours_once_per_role_and_month"),
        migrations.RunPython(normalise, migrations.RunPython.noop),
        migrations.AddConstraint(
            "candidacy",
            models.UniqueConstraint(
                models.F("project_actor"),
                TextKey("title"),
                name="role_once_per_actor",
                violation_error_message="Aktøren vurderes allerede i den rolle.",
            ),
        ),
        migrations.AddConstraint(
            "staffhours",
            models.UniqueConstraint(
                models.F("project"),
                TextKey("role"),
                models.F("month"),
                name="staff_hours_once_per_role_and_month",
                violation_error_message="Måneden står der allerede for den rolle. Ret den i stedet.",
            ),
        ),
    ]
