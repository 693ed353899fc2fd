"""Text in one normal form, the function that names are compared by, and names that differ by more than capitals."""

from django.db import migrations, models

from forankring.database.columns import normalise_rows, number_equal_names
from forankring.database.lookups import TextKey
from forankring.database.text_key import create_function
from forankring.ui.text import comparison_key


def normalise(apps, schema_editor):
    normalise_rows(apps, "actors")
    department = apps.get_model("actors", "HousingDepartment")
    number_equal_names(department, ("organisation_id",), "name", comparison_key)


class Migration(migrations.Migration):
    dependencies = [("actors", "0004_labels")]
    operations = [
        migrations.RunPython(create_function, migrations.RunPython.noop),
        migrations.RemoveConstraint("housingdepartment", "department_name_once_per_organisation"),
        migrations.RunPython(normalise, migrations.RunPython.noop),
        migrations.AddConstraint(
            "housingdepartment",
            models.UniqueConstraint(
                models.F("organisation"),
                TextKey("name"),
                name="department_name_once_per_organisation",
                violation_error_message="Boligorganisationen har allerede en afdeling med det navn.",
            ),
        ),
    ]
