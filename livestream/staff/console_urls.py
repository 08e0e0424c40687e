"""Addresses of the broadcast console, below /admin/live/."""

from __future__ import annotations

from livestream.staff import console, consoles
from liwan_court.staff_pages import page

CONSOLE = [
    page("consoles/", consoles.consoles, "live_consoles"),
    page("sessions/<int:pk>/console/", console.console, "live_console"),
    page("sessions/<int:pk>/console/state/", console.console_state, "live_console_state"),
    page("sessions/<int:pk>/console/setup/", console.set_up, "live_console_setup"),
    page("sessions/<int:pk>/console/key/", console.issue_key, "live_console_key"),
    page("sessions/<int:pk>/console/replay/", console.decide_replay, "live_console_replay"),
    page("sessions/<int:pk>/console/replay-address/", console.replay_address, "live_console_replay_address"),
    page("sessions/<int:pk>/console/review/list.m3u8", console.review_list, "live_review_list"),
    page("sessions/<int:pk>/console/review/piece/<slug:name>.ts", console.review_piece, "live_review_piece"),
    page("sessions/<int:pk>/console/cuts/<int:cut>/explain/", console.explain, "live_console_explain"),
    page("sessions/<int:pk>/console/<slug:verb>/", console.act, "live_console_act"),
]
