"""Staff addresses of oversight."""

from liwan_court.staff_pages import page
from oversight.staff import catalogue, divisions, indicators, inspections, lines, overview

urlpatterns = [
    page("", overview.index, "oversight"),
    page("catalogues/", catalogue.catalogues, "oversight_catalogues"),
    page("catalogues/import/", catalogue.take_in, "oversight_catalogue_import"),
    page("catalogues/<int:pk>/", catalogue.catalogue, "oversight_catalogue"),
    page("catalogues/<int:pk>/xlsx/", catalogue.export, "oversight_catalogue_xlsx"),
    page("catalogues/<int:pk>/adopt/", catalogue.adopt, "oversight_catalogue_adopt"),
    page("catalogues/<int:pk>/copy/", catalogue.copy, "oversight_catalogue_copy"),
    page("inspections/", inspections.inspections, "oversight_inspections"),
    page("inspections/<int:pk>/sample/", inspections.sample, "oversight_sample"),
    page("fridays/<int:year>/", lines.fridays, "oversight_fridays"),
    page("quotas/<int:year>/", lines.quotas, "oversight_quotas"),
    page("periods/<slug:period>/funnel/", lines.funnel, "oversight_funnel"),
    page("periods/<slug:period>/", overview.overview, "oversight_overview"),
    page("periods/<slug:period>/inspect/", inspections.take, "oversight_take"),
    page("periods/<slug:period>/compare/", overview.compare, "oversight_compare"),
    page("periods/<slug:period>/xlsx/", overview.xlsx, "oversight_xlsx"),
    page("periods/<slug:period>/evidence/", inspections.evidence, "oversight_evidence"),
    page("periods/<slug:period>/divisions/<slug:code>/", divisions.division, "oversight_division"),
    page("periods/<slug:period>/indicators/<slug:code>/", indicators.indicator, "oversight_indicator"),
]
