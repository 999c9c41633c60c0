"""Dutch words for relations, because the ledger names them."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0004_change_stamps"),
    ]

    operations = [
        migrations.AlterField(
            model_name="leadorganisation",
            name="organisation",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="leads",
                to="network.organisation",
                verbose_name="organisatie",
            ),
        ),
        migrations.AlterField(
            model_name="membership",
            name="organisation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="memberships",
                to="network.organisation",
                verbose_name="organisatie",
            ),
        ),
        migrations.AlterField(
            model_name="partnergoal",
            name="organisation",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="network.organisation",
                verbose_name="organisatie",
            ),
        ),
        migrations.AlterField(
            model_name="regionsite",
            name="region",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="sites",
                to="network.region",
                verbose_name="regio",
            ),
        ),
        migrations.AlterField(
            model_name="regionsite",
            name="site",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="region_sites",
                to="network.organisation",
                verbose_name="vestiging",
            ),
        ),
    ]
