"""The staff side: Django's admin with the court's names."""

from django.contrib import admin


class CourtAdminSite(admin.AdminSite):
    """后台 of the portal."""

    site_header = "荔湾区人民法院 司法公开工作台"
    site_title = "司法公开工作台"
    index_title = "我的工作"
