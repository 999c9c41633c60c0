"""A table for counters that all web processes share; Django's own cache in the database reads and writes it."""

from django.db import migrations

FORWARD = """
CREATE TABLE foundation_counter (
    cache_key varchar(255) PRIMARY KEY,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);
CREATE INDEX foundation_counter_expires ON foundation_counter (expires);
"""
BACKWARD = "DROP TABLE foundation_counter;"


class Migration(migrations.Migration):
    dependencies = [("foundation", "0004_given_up")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
