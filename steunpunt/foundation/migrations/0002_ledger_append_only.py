"""The database itself refuses to change or remove a line of the ledger."""

from django.db import migrations

FORWARD = """
CREATE FUNCTION foundation_ledger_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the ledger is append-only' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER ledger_append_only BEFORE UPDATE OR DELETE ON foundation_ledgerentry
    FOR EACH ROW EXECUTE FUNCTION foundation_ledger_is_append_only();
"""
BACKWARD = """
DROP TRIGGER ledger_append_only ON foundation_ledgerentry;
DROP FUNCTION foundation_ledger_is_append_only();
"""


class Migration(migrations.Migration):
    dependencies = [("foundation", "0001_tables")]
    operations = [migrations.RunSQL(FORWARD, BACKWARD)]
