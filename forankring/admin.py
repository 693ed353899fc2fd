"""Django's own administration, with our name."""

from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _


class ForankringAdmin(AdminSite):
    site_header = _("Forankring – administration")
    site_title = _("Forankring")
    index_title = _("Register, kodelister og personer")


class ForankringAdminConfig(AdminConfig):
    default_site = "forankring.admin.ForankringAdmin"
