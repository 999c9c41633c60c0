"""A stamp per part of the network that grows with every write, so that what is gathered in memory stays true."""

from django.db import migrations

PARTS = {
    "organisations": (
        "province",
        "municipality",
        "postcode",
        "organisation",
        "organisationversion",
        "programme",
    ),
    "partnerships": (
        "partnership",
        "partnershipversion",
        "partnershipstatus",
        "academicstrand",
        "leadorganisation",
        "membership",
        "region",
        "theme",
        "themecontact",
    ),
}
FORWARD = """
CREATE TABLE network_change (
    part text NOT NULL,
    txid bigint NOT NULL,
    writes bigint NOT NULL DEFAULT 1,
    at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (part, txid)
);
CREATE FUNCTION network_note_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO network_change (part, txid) VALUES (TG_ARGV[0], pg_current_xact_id()::text::bigint)
    ON CONFLICT (part, txid) DO UPDATE SET writes = network_change.writes + 1;
    RETURN NULL;
END $$;
"""
BACKWARD = "DROP FUNCTION network_note_change() CASCADE; DROP TABLE network_change;"


def _trigger(part: str, table: str) -> str:
    return (
        f"CREATE TRIGGER network_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON network_{table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION network_note_change('{part}');"
    )


TRIGGERS = "\n".join(_trigger(part, table) for part, tables in PARTS.items() for table in tables)


class Migration(migrations.Migration):
    dependencies = [("network", "0003_invitation")]
    operations = [migrations.RunSQL(FORWARD + TRIGGERS, BACKWARD)]
