"""An actor stands once in a helhedsplan. Of two by the same name the later gets a number: "Skolen (2)"."""

from django.db import migrations, models
from django.db.models.functions import Coalesce

from forankring.database.columns import number_equal_names
from forankring.database.lookups import TextKey
from forankring.ui.text import comparison_key

UNIT = ("programme_id", "housing_organisation_id", "housing_department_id", "municipality_id")


def number_doubles(apps, schema_editor):
    actors, seen = apps.get_model("actors", "Actor"), set()
    # One that is a registry row has no name of its own to number: it gets the row's.
    for actor in actors.objects.filter(name="").order_by("pk"):
        unit = tuple(getattr(actor, each) for each in UNIT)
        if unit in seen:
            row = actor.housing_organisation or actor.housing_department or actor.municipality
            actor.name = row.name[:120] if row else "Aktør"
            actor.save(update_fields=["name"])
        seen.add(unit)
    number_equal_names(actors, UNIT, "name", comparison_key)


class Migration(migrations.Migration):
    dependencies = [("actors", "0005_text_in_normal_form")]
    operations = [
        migrations.RunPython(number_doubles, migrations.RunPython.noop),
        migrations.AddConstraint(
            "actor",
            models.UniqueConstraint(
                models.F("programme"),
                Coalesce("housing_organisation", 0),
                Coalesce("housing_department", 0),
                Coalesce("municipality", models.Value("")),
                TextKey("name"),
                name="actor_once_by_name",
                violation_error_message="Helhedsplanen har allerede en aktør med det navn.",
            ),
        ),
    ]
