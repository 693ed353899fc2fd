"""Rows for tests, named after the model. What a test does not say is as empty as a person may leave it."""

from datetime import date, timedelta
from typing import Any

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from actors.concepts import Concept
from actors.models import (
    Actor,
    ActorRelation,
    HousingDepartment,
    HousingOrganisation,
    Membership,
    Party,
    Programme,
    RelationKind,
    Role,
)
from forankring.accounts.models import User
from projects.models import (
    Action,
    ActorInterview,
    AssessmentRound,
    BudgetLine,
    Candidacy,
    Commitment,
    CommitmentRole,
    FocusArea,
    Interface,
    OpenQuestion,
    PlanOutline,
    Project,
    ProjectActor,
    SharedScore,
    Task,
    WhyWhat,
)


def _next_in(related_name: str) -> factory.LazyAttribute:
    """1, 2, 3, … among the project's rows of that kind."""
    return factory.LazyAttribute(lambda row: getattr(row.project, related_name).count() + 1)


class UserFactory(DjangoModelFactory[User]):
    """Without a password unless the test gives one."""

    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"person{n}@pilebro.example")
    name = factory.Sequence(lambda n: f"Person {n}")

    @classmethod
    def _create(cls, model_class: type[User], *args: Any, **kwargs: Any) -> User:
        return model_class.objects.create_user(**kwargs)


class HousingOrganisationFactory(DjangoModelFactory[HousingOrganisation]):
    class Meta:
        model = HousingOrganisation

    name = factory.Sequence(lambda n: f"Boligforening {n}")


class HousingDepartmentFactory(DjangoModelFactory[HousingDepartment]):
    class Meta:
        model = HousingDepartment

    organisation = factory.SubFactory(HousingOrganisationFactory)
    name = factory.Sequence(lambda n: f"Afdeling {n}")


class ProgrammeFactory(DjangoModelFactory[Programme]):
    class Meta:
        model = Programme

    name = factory.Sequence(lambda n: f"Helhedsplan {n}")


class PartyFactory(DjangoModelFactory[Party]):
    class Meta:
        model = Party

    programme = factory.SubFactory(ProgrammeFactory)
    name = factory.Sequence(lambda n: f"Part {n}")


class MembershipFactory(DjangoModelFactory[Membership]):
    class Meta:
        model = Membership

    programme = factory.SubFactory(ProgrammeFactory)
    user = factory.SubFactory(UserFactory)
    role = Role.EDITOR


class ActorFactory(DjangoModelFactory[Actor]):
    class Meta:
        model = Actor

    programme = factory.SubFactory(ProgrammeFactory)
    name = factory.Sequence(lambda n: f"Aktør {n}")


class ActorRelationFactory(DjangoModelFactory[ActorRelation]):
    class Meta:
        model = ActorRelation

    from_actor = factory.SubFactory(ActorFactory)
    to_actor = factory.SubFactory(ActorFactory, programme=factory.SelfAttribute("..from_actor.programme"))
    kind = RelationKind.MONEY


class FocusAreaFactory(DjangoModelFactory[FocusArea]):
    class Meta:
        model = FocusArea

    code = factory.Sequence(lambda n: f"indsatsomraade-{n}")
    name = factory.Sequence(lambda n: f"Indsatsområde {n}")
    valid_from = 2019


class WhyWhatFactory(DjangoModelFactory[WhyWhat]):
    class Meta:
        model = WhyWhat


class PlanOutlineFactory(DjangoModelFactory[PlanOutline]):
    class Meta:
        model = PlanOutline


class ProjectFactory(DjangoModelFactory[Project]):
    """With its WhyWhat and PlanOutline: `ProjectFactory(why_what__problem="…", outline__leadership="…")`."""

    class Meta:
        model = Project
        skip_postgeneration_save = True

    programme = factory.SubFactory(ProgrammeFactory)
    name = factory.Sequence(lambda n: f"Projekt {n}")
    slug = factory.Sequence(lambda n: f"projekt-{n}")
    why_what = factory.RelatedFactory(WhyWhatFactory, factory_related_name="project")
    outline = factory.RelatedFactory(PlanOutlineFactory, factory_related_name="project")


class TaskFactory(DjangoModelFactory[Task]):
    class Meta:
        model = Task

    project = factory.SubFactory(ProjectFactory)
    number = _next_in("tasks")
    position = factory.SelfAttribute("number")
    title = factory.LazyAttribute(lambda task: f"Opgave {task.number}")


class ProjectActorFactory(DjangoModelFactory[ProjectActor]):
    class Meta:
        model = ProjectActor

    project = factory.SubFactory(ProjectFactory)
    actor = factory.SubFactory(ActorFactory, programme=factory.SelfAttribute("..project.programme"))
    number = _next_in("project_actors")
    position = factory.SelfAttribute("number")


class ActorInterviewFactory(DjangoModelFactory[ActorInterview]):
    """A talk that was held the day before and of which nothing is written."""

    class Meta:
        model = ActorInterview

    project_actor = factory.SubFactory(ProjectActorFactory)
    held_on = factory.LazyFunction(lambda: timezone.localdate() - timedelta(days=1))


class CommitmentFactory(DjangoModelFactory[Commitment]):
    class Meta:
        model = Commitment

    task = factory.SubFactory(TaskFactory)
    project_actor = factory.SubFactory(ProjectActorFactory, project=factory.SelfAttribute("..task.project"))
    role = CommitmentRole.RESPONSIBLE


class CandidacyFactory(DjangoModelFactory[Candidacy]):
    class Meta:
        model = Candidacy

    project_actor = factory.SubFactory(ProjectActorFactory)
    title = factory.Sequence(lambda n: f"Rolle {n}")


class AssessmentRoundFactory(DjangoModelFactory[AssessmentRound]):
    class Meta:
        model = AssessmentRound
        django_get_or_create = ("project", "held_on")

    project = factory.SubFactory(ProjectFactory)
    held_on = date(2026, 5, 26)


class SharedScoreFactory(DjangoModelFactory[SharedScore]):
    class Meta:
        model = SharedScore

    candidacy = factory.SubFactory(CandidacyFactory)
    round = factory.SubFactory(
        AssessmentRoundFactory, project=factory.SelfAttribute("..candidacy.project_actor.project")
    )
    concept = Concept.UNDERSTANDING
    score = 3


class ActionFactory(DjangoModelFactory[Action]):
    class Meta:
        model = Action

    project = factory.SubFactory(ProjectFactory)
    number = _next_in("actions")
    position = factory.SelfAttribute("number")
    title = factory.LazyAttribute(lambda action: f"Tiltag {action.number}")


class BudgetLineFactory(DjangoModelFactory[BudgetLine]):
    class Meta:
        model = BudgetLine

    project = factory.SubFactory(ProjectFactory)
    position = _next_in("budget_lines")
    title = factory.LazyAttribute(lambda line: f"Udgift {line.position}")


class InterfaceFactory(DjangoModelFactory[Interface]):
    class Meta:
        model = Interface

    project = factory.SubFactory(ProjectFactory)
    position = _next_in("interfaces")
    trigger = factory.LazyAttribute(lambda row: f"Når der sker noget ({row.position})")


class OpenQuestionFactory(DjangoModelFactory[OpenQuestion]):
    class Meta:
        model = OpenQuestion

    project = factory.SubFactory(ProjectFactory)
    position = _next_in("open_questions")
    question = factory.LazyAttribute(lambda row: f"Spørgsmål {row.position}?")
