from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("projects", "0027_approval_and_decision_reasons")]

    operations = [
        migrations.AddField(
            model_name="draft",
            name="address",
            field=models.TextField(blank=True, default=""),
            preserve_default=False,
        ),
    ]
