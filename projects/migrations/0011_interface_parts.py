from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("projects", "0010_question_wordings")]
    operations = [migrations.RemoveField(model_name="interface", name="actors")]
