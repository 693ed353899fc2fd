"""What becomes of answers whose question has got another shape."""

from typing import Any


def parts_of_interfaces(apps: Any) -> None:
    """Each actor that had a role in an interface gets a part of its own. Parts that are there stay as they are."""
    through = apps.get_model("projects", "Interface").actors.through
    part = apps.get_model("projects", "InterfacePart")
    pairs = through.objects.order_by("pk").values_list("interface_id", "projectactor_id")
    part.objects.bulk_create(
        [part(interface_id=interface, project_actor_id=actor) for interface, actor in pairs], ignore_conflicts=True
    )
