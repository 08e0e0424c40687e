"""Triggers that refuse to change or delete snapshots, returns, sign-offs and the record of this part (R11, R66)."""

from django.db import migrations

from liwan_court.append_only import protection


class Migration(migrations.Migration):
    dependencies = [("oversight", "0001_initial")]

    operations = [
        protection(
            "oversight_inspection",
            "oversight_score",
            "oversight_evidence",
            "oversight_conclusion",
            "oversight_samplecheck",
            "oversight_evidencereturn",
            "oversight_signoff",
            "oversight_oversightrecord",
        )
    ]
