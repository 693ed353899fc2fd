from django.db import migrations
from django.db.models import F, OuterRef, Subquery


def follow(apps, schema_editor):
    """A project whose day is its helhedsplan's was never set apart: its form came with that day filled in."""
    Project, Programme = apps.get_model("projects", "Project"), apps.get_model("actors", "Programme")
    for name in ("start", "end"):
        theirs = Programme.objects.filter(pk=OuterRef("programme")).values(name)[:1]
        Project.objects.annotate(theirs=Subquery(theirs)).filter(theirs=F(name)).update(**{name: None})


class Migration(migrations.Migration):
    dependencies = [("projects", "0023_minutes_and_labels"), ("actors", "0003_actor_relations")]

    operations = [migrations.RunPython(follow, migrations.RunPython.noop)]
