import pytest

from liwan_court.timetable import clock
from tests.liwan_court.registry.importing import court


@pytest.fixture
def people(db):
    """The court on a Monday in January 2026."""
    with clock.at(court.NOW):
        yield court.build()
