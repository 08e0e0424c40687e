"""Staff addresses of the register: cases and their progress, keys, imports, applications of parties."""

from liwan_court.registry.staff import corrections, keys, progress

urlpatterns = [*keys.urls, *corrections.urls, *progress.urls]
