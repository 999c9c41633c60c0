"""Invitations behind a secret link, and dates inside the undo of a merge."""

import django.core.serializers.json
import django.db.models.deletion
import steunpunt.foundation.references
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0002_confirmation_and_form_use"),
    ]

    operations = [
        migrations.AlterField(
            model_name="personmerge",
            name="moved",
            field=models.JSONField(
                default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder, verbose_name="verplaatst"
            ),
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "public_id",
                    models.CharField(
                        default=steunpunt.foundation.references.new_public_id,
                        editable=False,
                        max_length=12,
                        unique=True,
                    ),
                ),
                ("digest", models.CharField(editable=False, max_length=64, unique=True)),
                ("email", models.EmailField(max_length=254, verbose_name="e-mailadres")),
                ("first_name", models.CharField(blank=True, max_length=80, verbose_name="voornaam")),
                ("last_name", models.CharField(blank=True, max_length=120, verbose_name="achternaam")),
                ("invited_at", models.DateTimeField(verbose_name="uitgenodigd op")),
                ("invited_by", models.CharField(max_length=60, verbose_name="uitgenodigd door")),
                ("valid_until", models.DateTimeField(verbose_name="geldig tot")),
                ("accepted_at", models.DateTimeField(blank=True, null=True, verbose_name="aangenomen op")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="ingetrokken op")),
                (
                    "organisation",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.organisation",
                        verbose_name="organisatie",
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitations",
                        to="network.partnership",
                        verbose_name="partnerschap",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="invitations",
                        to="network.person",
                        verbose_name="persoon",
                    ),
                ),
                (
                    "role",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="network.role",
                        verbose_name="rol",
                    ),
                ),
            ],
            options={
                "verbose_name": "uitnodiging",
                "verbose_name_plural": "uitnodigingen",
                "ordering": ["-invited_at"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("accepted_at__isnull", True), ("withdrawn_at__isnull", True), _connector="OR"
                        ),
                        name="invitation_accepted_or_withdrawn",
                    )
                ],
            },
        ),
    ]
