"""Who comes to a meeting: registrations, choices of parts, questions with answers, invitations."""

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.text
import steunpunt.foundation.references
import steunpunt.meetings.models.registration
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("meetings", "0001_begin"),
        ("network", "0007_kept_while_in_use"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="MeetingQuestion",
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
                (
                    "moment",
                    models.CharField(
                        choices=[("before", "bij het aanmelden"), ("after", "na afloop")],
                        default="before",
                        max_length=6,
                        verbose_name="wanneer",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("open", "in eigen woorden"),
                            ("choice", "een keuze uit een lijst"),
                            ("yes_no", "ja of nee"),
                        ],
                        max_length=6,
                        verbose_name="soort antwoord",
                    ),
                ),
                ("text", models.CharField(max_length=200, verbose_name="vraag")),
                (
                    "options",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=120),
                        blank=True,
                        default=list,
                        size=None,
                        verbose_name="keuzes",
                    ),
                ),
                ("is_required", models.BooleanField(default=False, verbose_name="een antwoord is nodig")),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="questions", to="meetings.meeting"
                    ),
                ),
            ],
            options={
                "verbose_name": "vraag van een bijeenkomst",
                "verbose_name_plural": "vragen van bijeenkomsten",
                "ordering": ["moment", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Registration",
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
                ("name", models.CharField(blank=True, max_length=120, verbose_name="naam")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mailadres")),
                ("organisation", models.CharField(blank=True, max_length=160, verbose_name="organisatie")),
                (
                    "sector",
                    models.CharField(
                        blank=True,
                        choices=[("po", "po"), ("vo", "vo"), ("mbo", "mbo"), ("ho", "ho")],
                        max_length=3,
                        verbose_name="sector",
                    ),
                ),
                ("diet", models.CharField(blank=True, max_length=300, verbose_name="dieetwensen")),
                (
                    "access",
                    models.CharField(blank=True, max_length=300, verbose_name="wat iemand nodig heeft om mee te doen"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("registered", "aangemeld"),
                            ("waiting", "op de wachtlijst"),
                            ("withdrawn", "afgemeld"),
                        ],
                        max_length=10,
                        verbose_name="stand",
                    ),
                ),
                (
                    "link",
                    models.CharField(
                        default=steunpunt.meetings.models.registration.new_link,
                        editable=False,
                        max_length=40,
                        unique=True,
                    ),
                ),
                ("turn", models.PositiveIntegerField(verbose_name="volgnummer")),
                ("registered_at", models.DateTimeField(verbose_name="aangemeld op")),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True, verbose_name="afgemeld op")),
                ("attended_at", models.DateTimeField(blank=True, null=True, verbose_name="binnen sinds")),
                (
                    "attended_how",
                    models.CharField(
                        blank=True,
                        choices=[("code", "met de QR-code"), ("hand", "met de hand")],
                        max_length=4,
                        verbose_name="hoe genoteerd",
                    ),
                ),
                ("told", models.CharField(blank=True, max_length=64)),
                ("told_of_cancelling_at", models.DateTimeField(blank=True, null=True)),
                ("reminded_week_for", models.DateTimeField(blank=True, null=True)),
                ("reminded_day_for", models.DateTimeField(blank=True, null=True)),
                ("evaluation_asked_at", models.DateTimeField(blank=True, null=True)),
                ("evaluated_at", models.DateTimeField(blank=True, null=True)),
                (
                    "account",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="account",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="registrations", to="meetings.meeting"
                    ),
                ),
                (
                    "partnership",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="network.partnership",
                        verbose_name="partnerschap",
                    ),
                ),
                (
                    "substitute_of",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="substitutes",
                        to="meetings.registration",
                        verbose_name="komt in plaats van",
                    ),
                ),
            ],
            options={
                "verbose_name": "aanmelding",
                "verbose_name_plural": "aanmeldingen",
                "ordering": ["turn", "pk"],
            },
        ),
        migrations.CreateModel(
            name="PartChoice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "part",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="choices", to="meetings.programmeitem"
                    ),
                ),
                (
                    "registration",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="choices", to="meetings.registration"
                    ),
                ),
            ],
            options={
                "verbose_name": "gekozen onderdeel",
                "verbose_name_plural": "gekozen onderdelen",
                "ordering": ["part__starts_at", "pk"],
            },
        ),
        migrations.CreateModel(
            name="MeetingInvitation",
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
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mailadres")),
                ("name", models.CharField(blank=True, max_length=120, verbose_name="naam")),
                ("on_behalf_of", models.CharField(blank=True, max_length=160, verbose_name="namens")),
                (
                    "link",
                    models.CharField(
                        default=steunpunt.meetings.models.registration.new_link,
                        editable=False,
                        max_length=40,
                        unique=True,
                    ),
                ),
                (
                    "answer",
                    models.CharField(
                        choices=[("none", "nog geen antwoord"), ("accepted", "komt"), ("declined", "komt niet")],
                        default="none",
                        max_length=8,
                        verbose_name="antwoord",
                    ),
                ),
                ("sent_at", models.DateTimeField(verbose_name="verstuurd op")),
                ("reminded_at", models.DateTimeField(blank=True, null=True, verbose_name="herinnerd op")),
                ("answered_at", models.DateTimeField(blank=True, null=True, verbose_name="antwoord op")),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="invitations", to="meetings.meeting"
                    ),
                ),
                (
                    "registration",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="invitations",
                        to="meetings.registration",
                        verbose_name="aanmelding",
                    ),
                ),
            ],
            options={
                "verbose_name": "uitnodiging voor een bijeenkomst",
                "verbose_name_plural": "uitnodigingen voor bijeenkomsten",
                "ordering": ["on_behalf_of", "email", "pk"],
            },
        ),
        migrations.CreateModel(
            name="MeetingAnswer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("text", models.TextField(verbose_name="antwoord")),
                (
                    "question",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="meetings.meetingquestion",
                    ),
                ),
                (
                    "registration",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="meetings.registration",
                    ),
                ),
            ],
            options={
                "verbose_name": "antwoord op een vraag van een bijeenkomst",
                "verbose_name_plural": "antwoorden op vragen van bijeenkomsten",
                "ordering": ["question", "text", "pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="meetingquestion",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "choice"), _negated=True), ("options__len__gte", 2), _connector="OR"
                ),
                name="meeting_question_has_options",
            ),
        ),
        migrations.AddIndex(
            model_name="registration",
            index=models.Index(fields=["meeting", "state", "turn"], name="registration_queue"),
        ),
        migrations.AddConstraint(
            model_name="registration",
            constraint=models.UniqueConstraint(
                models.F("meeting"),
                django.db.models.functions.text.Lower("email"),
                condition=models.Q(("email", ""), _negated=True),
                name="registration_once_per_address",
            ),
        ),
        migrations.AddConstraint(
            model_name="registration",
            constraint=models.UniqueConstraint(fields=("meeting", "turn"), name="registration_turn_once"),
        ),
        migrations.AddConstraint(
            model_name="registration",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("attended_at__isnull", True), ("attended_how", "")),
                    models.Q(("attended_at__isnull", False), models.Q(("attended_how", ""), _negated=True)),
                    _connector="OR",
                ),
                name="registration_attended_somehow",
            ),
        ),
        migrations.AddConstraint(
            model_name="partchoice",
            constraint=models.UniqueConstraint(fields=("registration", "part"), name="part_chosen_once"),
        ),
        migrations.AddConstraint(
            model_name="meetinginvitation",
            constraint=models.UniqueConstraint(
                models.F("meeting"),
                django.db.models.functions.text.Lower("email"),
                condition=models.Q(("email", ""), _negated=True),
                name="meeting_invitation_once_per_address",
            ),
        ),
        migrations.AddConstraint(
            model_name="meetinganswer",
            constraint=models.UniqueConstraint(fields=("question", "registration"), name="meeting_answered_once"),
        ),
    ]
