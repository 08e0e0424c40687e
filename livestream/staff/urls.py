"""Addresses of the staff pages of livestream and microblog, below /admin/live/."""

from __future__ import annotations

from livestream.staff import (
    duty,
    figures,
    groups,
    lists,
    notices,
    objections,
    rotation,
    schedule,
    screening,
)
from livestream.staff.console_urls import CONSOLE
from livestream.staff.post_urls import POSTS
from liwan_court.staff_pages import page

NOMINATION = [
    page("rotation/", rotation.rotation, "live_rotation"),
    page("rotation/begin/", rotation.begin, "live_rotation_begin"),
    page("rotation/unit/", rotation.change_unit, "live_rotation_unit"),
    page("rotation/skip/", rotation.skip, "live_rotation_skip"),
    page("lists/", lists.lists, "live_lists"),
    page("lists/<str:period>/<slug:code>/<slug:kind>/", lists.one_list, "live_list"),
    page("nominations/<int:pk>/withdraw/", lists.withdraw, "live_withdraw"),
    page("screening/", screening.screenings, "live_screenings"),
    page("screening/<int:pk>/", screening.screening, "live_screening"),
    page("objections/", objections.objections, "live_objections"),
    page("objections/<int:pk>/decide/", objections.decide, "live_objection_decide"),
]
SCHEDULE = [
    page("schedule/", schedule.now, "live_schedule_now"),
    page("schedule/mine.ics", schedule.own_calendar, "live_own_calendar"),
    page("schedule/<str:period>/", schedule.schedule, "live_schedule"),
    page("schedule/<str:period>/propose/", schedule.propose, "live_propose"),
    page("schedule/<str:period>/add/<int:pk>/", schedule.add, "live_add"),
    page("schedule/<str:period>/announce/", schedule.announce, "live_announce"),
    page("schedule/<str:period>/table.<slug:suffix>", schedule.table, "live_table"),
    page("sessions/<int:pk>/", schedule.session_page, "live_session"),
    page("sessions/<int:pk>/arrange/", schedule.arrange, "live_arrange"),
    page("sessions/<int:pk>/pull/", schedule.pull, "live_pull"),
    page("sessions/<int:pk>/substitute/<int:nomination>/", schedule.substitute, "live_substitute"),
]
DUTY = [
    page("duty/", duty.duty, "live_duty"),
    page("duty/<int:pk>/offer/", duty.offer, "live_offer"),
    page("swaps/<int:pk>/<slug:how>/", duty.answer, "live_swap"),
    page("sessions/<int:pk>/reassign/<slug:kind>/", duty.reassign, "live_reassign"),
    page("sessions/<int:pk>/prepare/<slug:item>/", duty.prepare, "live_prepare"),
    page("groups/", groups.groups, "live_groups"),
    page("groups/<slug:kind>/save/", groups.save, "live_group_save"),
    page("groups/<slug:kind>/add/", groups.add, "live_group_add"),
    page("members/<int:pk>/<slug:how>/", groups.change, "live_member"),
    page("notices/", notices.notices, "live_notices"),
    page("notices/all/", notices.acknowledge_all, "live_acknowledge_all"),
    page("notices/<int:pk>/acknowledge/", notices.acknowledge, "live_acknowledge"),
]
FIGURES = [
    page("figures/", figures.figures, "live_figures"),
    page("figures/<str:name>.<slug:suffix>", figures.export, "live_export"),
    page("quotas/", figures.quotas, "live_quotas"),
    page("archives/", figures.archives, "live_archives"),
    page("archives/<int:pk>.zip", figures.archive_file, "live_archive_file"),
]
urlpatterns = [*NOMINATION, *SCHEDULE, *DUTY, *POSTS, *CONSOLE, *FIGURES]
