"""Staff addresses of the register: cases and their progress, keys, imports, applications of parties."""

from liwan_court.registry.staff import corrections, imports, keys, progress

urlpatterns = [*keys.urls, *corrections.urls, *progress.urls, *imports.urls]
