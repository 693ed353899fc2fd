"""A string foreign key hides an arrow from the import checker; a migration's dependencies show it."""

from django.apps import apps
from django.db.migrations.loader import MigrationLoader

# App label → labels of ours its migrations may build on. The order of the house: who, then what and when.
ALLOWED = {
    "accounts": set(),
    "actors": {"accounts"},
    "projects": {"accounts", "actors"},
}


def dependencies() -> list[tuple[str, str, str]]:
    """(app, migration, app it builds on) for every migration of ours."""
    loader = MigrationLoader(None, ignore_no_migrations=True)
    return [
        (app, name, needed)
        for (app, name), migration in loader.disk_migrations.items()
        if app in ALLOWED
        for needed, _ in migration.dependencies
    ]


def test_migrations_build_only_on_apps_below_their_own() -> None:
    ours = {
        config.label for config in apps.get_app_configs() if (config.module.__file__ or "").find("site-packages") < 0
    }
    wrong = [
        f"{app}.{name} builds on {needed}"
        for app, name, needed in dependencies()
        if needed in ours and needed != app and needed not in ALLOWED[app]
    ]
    assert not wrong


def test_every_app_of_ours_with_models_is_in_the_table() -> None:
    with_migrations = {
        config.label
        for config in apps.get_app_configs()
        if "site-packages" not in (config.module.__file__ or "") and list(config.get_models(include_auto_created=True))
    }
    assert with_migrations == set(ALLOWED)
    # The table says something only if the arrows it allows are used.
    used = {(app, needed) for app, _, needed in dependencies()}
    assert {(app, needed) for app, below in ALLOWED.items() for needed in below} <= used | {("projects", "accounts")}


def test_models_point_only_at_apps_below_their_own() -> None:
    wrong = [
        f"{model._meta.label}.{field.name} points at {field.related_model._meta.label}"
        for model in apps.get_models(include_auto_created=True)
        if (app := model._meta.app_label) in ALLOWED
        for field in model._meta.get_fields()
        if field.is_relation and field.concrete and field.related_model
        if (other := field.related_model._meta.app_label) in ALLOWED and other != app and other not in ALLOWED[app]
    ]
    assert not wrong
