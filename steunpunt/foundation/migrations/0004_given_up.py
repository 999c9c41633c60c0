"""Mail and deliveries that keep failing are given up, which is written down."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("foundation", "0003_example_account")]
    operations = [
        migrations.RemoveIndex("delivery", "delivery_open"),
        migrations.RemoveIndex("mail", "mail_waiting"),
        migrations.RemoveField("mail", "dedupe_key"),
        migrations.AddField(
            "delivery", "failed_at", models.DateTimeField(blank=True, null=True, verbose_name="opgegeven op")
        ),
        migrations.AddField(
            "mail", "failed_at", models.DateTimeField(blank=True, null=True, verbose_name="opgegeven op")
        ),
        migrations.AddIndex(
            "delivery",
            models.Index(
                condition=models.Q(("done_at__isnull", True), ("failed_at__isnull", True)),
                fields=["next_try_at"],
                name="delivery_open",
            ),
        ),
        migrations.AddIndex(
            "mail",
            models.Index(
                condition=models.Q(("failed_at__isnull", True), ("sent_at__isnull", True)),
                fields=["next_try_at"],
                name="mail_waiting",
            ),
        ),
    ]
