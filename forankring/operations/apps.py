from django.apps import AppConfig
from django.core.checks import Tags, register


class OperationsConfig(AppConfig):
    name = "forankring.operations"

    def ready(self) -> None:
        from forankring.operations.demo_accounts import check  # the models are there now

        register(check, Tags.security, deploy=True)
