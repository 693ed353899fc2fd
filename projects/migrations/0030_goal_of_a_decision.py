from django.db import migrations, models

# What the log says of a decision about the project → the decision.
_SAID = {
    "Om projektet: forankres.": "anchor",
    "Om projektet: forankres delvist.": "partly",
    "Om projektet: metoden forankres.": "method",
    "Om projektet: ny finansiering søges.": "new_funding",
    "Om projektet: afsluttes bevidst.": "end",
}


def name_the_decision_of_old_goals(apps, schema_editor):
    """A goal of a project whose decision was changed belongs to the decision before; nobody has said otherwise."""
    decisions = apps.get_model("projects", "Decision").objects.filter(is_about_project=True).order_by("pk")
    why_what = apps.get_model("projects", "WhyWhat")
    for project, text in decisions.values_list("project_id", "text"):
        why_what.objects.filter(project_id=project).exclude(goal="").update(goal_written_for=_SAID.get(text, "anchor"))


class Migration(migrations.Migration):
    dependencies = [("projects", "0029_contact_that_said_yes")]

    operations = [
        migrations.AddField(
            model_name="whywhat",
            name="goal_written_for",
            field=models.CharField(blank=True, editable=False, max_length=20),
        ),
        migrations.RunPython(name_the_decision_of_old_goals, migrations.RunPython.noop),
    ]
