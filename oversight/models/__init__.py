"""What oversight keeps."""

from oversight.models.bulletins import Bulletin, SignOff
from oversight.models.catalogue import Catalogue, EvidenceReturn, Indicator
from oversight.models.inspections import Conclusion, Evidence, Inspection, SampleCheck, Score, Verdict
from oversight.models.meetings import Invitation, Meeting, Training, TrainingAttendance
from oversight.models.plan import Project, Task, TaskReminder, YearPlan
from oversight.models.records import OversightRecord
from oversight.models.rectification import Rectification

__all__ = [
    "Bulletin",
    "Catalogue",
    "Conclusion",
    "Evidence",
    "EvidenceReturn",
    "Indicator",
    "Inspection",
    "Invitation",
    "Meeting",
    "OversightRecord",
    "Project",
    "Rectification",
    "SampleCheck",
    "Score",
    "SignOff",
    "Task",
    "TaskReminder",
    "Training",
    "TrainingAttendance",
    "Verdict",
    "YearPlan",
]
