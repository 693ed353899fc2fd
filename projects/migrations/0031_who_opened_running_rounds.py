from django.db import migrations
from django.db.models import OuterRef, Subquery


def say_who_opened(apps, schema_editor):
    """In the rounds that run: whoever opened it last in the project, for there is one round at a time."""
    events = apps.get_model("projects", "Event").objects.filter(project=OuterRef("project"), text="åbnede en vurderingsrunde")
    running = apps.get_model("projects", "AssessmentRound").objects.filter(
        opened_at__isnull=False, closed_at__isnull=True, opened_by__isnull=True
    )
    running.update(opened_by=Subquery(events.order_by("-at", "-pk").values("by")[:1]))


class Migration(migrations.Migration):

    dependencies = [
        ('projects', '0030_goal_of_a_decision'),
    ]

    operations = [
        migrations.RunPython(say_who_opened, migrations.RunPython.noop),
    ]
