"""Django's administration, told to use our site."""

from django.contrib.admin.apps import AdminConfig


class ForankringAdminConfig(AdminConfig):
    default_site = "forankring.admin.ForankringAdmin"
