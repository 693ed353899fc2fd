"""Who does what when something happens, which roles shift, and how it is run: through the pages."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.urls import reverse

from forankring.accounts.models import User
from projects.models import Action, ActionStatus, ActionTemplate, Event, Interface, PlanOutline, Project, RoleShift
from tests.browser_client import Client
from tests.factories import InterfaceFactory, ProjectActorFactory
from tests.outcomes import RoleShiftFactory

As = Callable[[User], Client]
Url = Callable[..., str]


class TestInterfaces:
    def save(self, client: Client, url: Url, row: Interface | None = None, **answers: Any) -> Any:
        address = url("snitflader-ret", row.pk) if row else url("snitflader-ny")
        return client.post(address, {"trigger": "Når en nøgle bliver væk", **answers})

    def test_each_actor_has_a_line_with_what_it_does_and_others_are_told(
        self, as_: As, url: Url, owner: User, project: Project
    ) -> None:
        first, second, third = ProjectActorFactory.create_batch(3, project=project)

        self.save(
            as_(owner),
            url,
            part_1_actor=first.pk,
            part_1_does="Ringer til vagten",
            part_2_actor=second.pk,
            part_2_does="Skifter låsen",
            informed_actors=[third.pk],
        )

        row = Interface.objects.get()
        parts = row.parts.order_by("pk").values_list("project_actor", "does")
        assert list(parts) == [(first.pk, "Ringer til vagten"), (second.pk, "Skifter låsen")]
        assert list(row.informed_actors.all()) == [third]
        page = as_(owner).get(url("snitflader")).content.decode()
        assert "Skifter låsen" in page
        assert f"Besked til: {third}" in " ".join(page.split())
        assert f"{second}: Skifter låsen" in as_(owner).get(url("fase-4")).content.decode()

    def test_a_line_is_changed_emptied_and_there_is_always_room_for_more(
        self, as_: As, url: Url, owner: User, project: Project
    ) -> None:
        actors = ProjectActorFactory.create_batch(4, project=project)
        row = InterfaceFactory(project=project)
        for actor in actors[:3]:
            row.parts.create(project_actor=actor, does="Kommer")
        client = as_(owner)
        assert 'name="part_5_actor"' in client.get(url("snitflader-ret", row.pk)).content.decode()

        self.save(
            client,
            url,
            row,
            part_1_actor=actors[0].pk,
            part_1_does="Bliver hjemme",
            part_2_actor=actors[3].pk,
            part_2_does="Kommer",
        )

        kept = dict(row.parts.values_list("project_actor", "does"))
        assert kept == {actors[0].pk: "Bliver hjemme", actors[3].pk: "Kommer"}

    @pytest.mark.parametrize(
        ("answers", "field"),
        [
            ({"part_1_does": "Ringer"}, "part_1_actor"),
            ({"part_1_actor": "SAME", "part_2_actor": "SAME"}, "part_2_actor"),
            ({"part_1_actor": "FOREIGN"}, "part_1_actor"),
            ({"part_1_actor": "10" * 20, "part_1_does": "x"}, "part_1_actor"),
            ({"part_1_actor": "SAME", "part_1_does": "x" * 241}, "part_1_does"),
        ],
        ids=["nobody does it", "twice", "of another project", "no number", "too long"],
    )
    def test_what_makes_no_sense_is_told_at_the_field_and_kept(
        self, as_: As, url: Url, owner: User, project: Project, stranger: User, answers: dict[str, str], field: str
    ) -> None:
        same = ProjectActorFactory(project=project)
        foreign = ProjectActorFactory(project=Project.objects.get(slug="havnecafeen"))
        known = {"SAME": str(same.pk), "FOREIGN": str(foreign.pk)}

        page = self.save(as_(owner), url, **{name: known.get(typed, typed) for name, typed in answers.items()})

        assert f'href="#id_{field}"' in page.content.decode()
        assert "Når en nøgle bliver væk" in page.content.decode()
        assert not Interface.objects.exists()

    def test_without_actors_it_can_still_be_said_in_words(
        self, as_: As, url: Url, owner: User, project: Project
    ) -> None:
        page = as_(owner).get(url("snitflader-ny")).content.decode()
        assert "part_1_actor" not in page

        self.save(as_(owner), url, response="Vagten ringes op.")

        assert Interface.objects.get().response == "Vagten ringes op."


class TestRoleShifts:
    def test_a_shift_needs_its_kind_and_is_told_in_words(
        self, as_: As, url: Url, owner: User, project: Project
    ) -> None:
        client = as_(owner)
        assert "Vælg, hvilket skift I har brug for." in client.post(url("rolleskift-ny"), {}).content.decode()

        client.post(url("rolleskift-ny"), {"kind": "caretaker", "role": "Varmemester"})

        assert RoleShift.objects.get().role == "Varmemester"
        assert "Fra varmemester (brandslukker) til forebygger" in client.get(url("rolleskift")).content.decode()

    def test_one_press_makes_an_action_and_another_press_no_second(
        self, as_: As, url: Url, owner: User, project: Project
    ) -> None:
        project.end = date(2099, 6, 30)
        project.save()
        shift = RoleShiftFactory(project=project, project_actor=ProjectActorFactory(project=project))
        client = as_(owner)

        first = client.post(url("rolleskift-laering", shift.pk))
        again = client.post(url("rolleskift-laering", shift.pk))

        action = Action.objects.get()
        assert first.url == again.url == url("tiltag-ret", action.pk)
        assert action.title == f"Holde tovholderkursus for {shift.project_actor}"
        assert action.deadline == date(2098, 9, 30)
        assert list(action.actors.all()) == [shift.project_actor]
        assert Event.objects.filter(text="foreslog tiltaget P1").count() == 1
        assert f'href="{url("tiltag-ret", action.pk)}"' in client.get(url("rolleskift")).content.decode()

    def test_an_action_that_was_dropped_makes_room_for_a_new_one(
        self, as_: As, url: Url, owner: User, project: Project
    ) -> None:
        shift = RoleShiftFactory(project=project, role="Tovholder")
        as_(owner).post(url("rolleskift-laering", shift.pk))
        Action.objects.update(status=ActionStatus.DROPPED)

        as_(owner).post(url("rolleskift-laering", shift.pk))

        assert Action.objects.count() == 2

    def test_every_course_the_administrators_keep_is_proposed(
        self, as_: As, url: Url, owner: User, project: Project
    ) -> None:
        ActionTemplate.objects.create(code="x", role_shift="enthusiast", title="Lade {aktør} følge med", position=99)
        shift = RoleShiftFactory(project=project, role="de nye")

        response = as_(owner).post(url("rolleskift-laering", shift.pk))

        assert response.url == url("tiltag")
        assert [each.title for each in Action.objects.in_order()] == [
            "Holde tovholderkursus for de nye",
            "Lade de nye følge med",
        ]

    def test_only_those_who_fill_the_plan_may_press(
        self, as_: As, url: Url, reader: User, stranger: User, owner: User, project: Project
    ) -> None:
        address = url("rolleskift-laering", RoleShiftFactory(project=project).pk)

        assert as_(reader).post(address).status_code == 403
        assert as_(stranger).post(address).status_code == 404
        assert as_(owner).get(address).status_code == 405
        assert as_(owner).post(url("rolleskift-laering", 10**17)).status_code == 404
        assert not Action.objects.exists()


@pytest.mark.parametrize(
    ("step", "answers"),
    [
        ("lokaler", {"facilities": "Beboerhuset", "facility_keys": "Tovholderen", "facility_payer": "Afdelingen"}),
        ("ledelse", {"leadership": "Skolen", "leadership_deputies": "Foreningen"}),
        ("kompetencer", {"competences": "To kan regnskab", "competence_courses": "To aftener"}),
    ],
)
def test_how_it_is_run_is_kept_and_earlier_answers_stay(
    as_: As, url: Url, owner: User, project: Project, step: str, answers: dict[str, str]
) -> None:
    PlanOutline.objects.filter(project=project).update(model_reason="Fordi")

    assert as_(owner).post(url(step), answers).status_code == 302

    outline = PlanOutline.objects.get(project=project)
    assert {name: getattr(outline, name) for name in answers} == answers
    assert outline.model_reason == "Fordi"


def test_the_administrator_keeps_the_templates(as_: As, admin_user: User) -> None:
    template = ActionTemplate.objects.get(code="skift-tovholder")
    address = reverse("admin:projects_actiontemplate_change", args=[template.pk])
    client = as_(admin_user)

    page = client.get(address)
    typed = {name: "" if value is None else value for name, value in page.context["adminform"].form.initial.items()}
    both = client.post(address, typed | {"concept": "ability"})

    assert "Vælg enten et gab eller et rolleskift." in both.content.decode()
    assert client.post(address, typed | {"title": "Øve sammen med {aktør}"}).status_code == 302
    template.refresh_from_db()
    assert template.title == "Øve sammen med {aktør}"
