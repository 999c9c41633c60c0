"""A mail may carry a small file of text, such as a calendar file."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("foundation", "0007_search"),
    ]

    operations = [
        migrations.AddField(
            model_name="mail",
            name="file_name",
            field=models.CharField(blank=True, max_length=100, verbose_name="naam van de bijlage"),
        ),
        migrations.AddField(
            model_name="mail",
            name="file_text",
            field=models.TextField(blank=True, verbose_name="bijlage"),
        ),
    ]
