"""Every address of the site, as nobody, as a stranger and as each role.

A new address must be placed here or the walk fails; an exception that no longer applies fails too.
"""

from collections.abc import Callable

import pytest
from django.urls import reverse

from actors.concepts import Concept
from actors.models import Role
from forankring.accounts.models import User
from projects.access import RIGHTS, Permission
from projects.models import Project
from tests.addresses import ADDRESSES, Address, path_to
from tests.browser_client import Client
from tests.factories import (
    ActionFactory,
    ActorInterviewFactory,
    ActorRelationFactory,
    BudgetLineFactory,
    CandidacyFactory,
    InterfaceFactory,
    MembershipFactory,
    OpenQuestionFactory,
    PartyFactory,
    ProjectActorFactory,
    SharedScoreFactory,
    TaskFactory,
)
from tests.letting_go import let_go
from tests.meeting_rows import hold_meeting
from tests.outcomes import write_outcomes
from tests.round_rows import hold_round

As = Callable[[User], Client]

# Open without signing in, and why.
OPEN = {
    "account_login": "this is where one signs in",
    "account_inactive": "says that the account is closed",
    "account_signup": "says that sign-up is closed",
    "account_reset_password": "for those who cannot sign in",
    "account_reset_password_done": "for those who cannot sign in",
    "account_reset_password_from_key": "the link in the e-mail",
    "account_reset_password_from_key_done": "for those who cannot sign in",
    "account_logout": "signing out when one is already out leads to the front door",
    "invitation": "the invited has no password yet",
    "confirm_address": "whoever changes address may be signed out, or have no password yet",
    "healthz": "asked by the machines that watch the site",
    "accessibility": "the law asks for it in the open",
    "deltag": "a guest has no account, only the code on the wall",
    "deltager": "a guest has no account",
    "deltager-svar": "a guest has no account",
    "stemme": "the actor's own link",
}
# What a member must be allowed to. Every address of a project or a helhedsplan that is not named wants FILL_PHASES.
NEEDS = {
    "plan": Permission.READ_SHARED_PLAN,
    "plan_pdf": Permission.READ_SHARED_PLAN,
    "plan_download": Permission.READ_SHARED_PLAN,
    "ark": Permission.READ_WORKING_PLAN,
    "ark_pdf": Permission.READ_WORKING_PLAN,
    "project": Permission.READ_WORKING_PLAN,
    "fase-1": Permission.READ_WORKING_PLAN,
    "fase-2": Permission.READ_WORKING_PLAN,
    "fase-3": Permission.READ_WORKING_PLAN,
    "fase-4": Permission.READ_WORKING_PLAN,
    "aktoerkort": Permission.READ_WORKING_PLAN,
    "hvad-falder-vaek": Permission.READ_WORKING_PLAN,
    "vurdering-udvikling": Permission.READ_WORKING_PLAN,
    "vurdering-sammenligning": Permission.READ_WORKING_PLAN,
    "runder": Permission.READ_WORKING_PLAN,
    **dict.fromkeys(["runde", "runde-svar"], Permission.RATE),
    **dict.fromkeys(["runder-ny", "runde-led", "runde-frist"], Permission.LEAD_MEETINGS),
    **dict.fromkeys(
        ["runde-luk", "runde-afbryd", "runde-vent-ikke", "runde-luk-ind", "runde-pladser"], Permission.LEAD_MEETINGS
    ),
    **dict.fromkeys(["runde-deltag", "runde-stemmer", "runde-vis", "runde-faelles"], Permission.LEAD_MEETINGS),
    **dict.fromkeys(["runde-afsloering", "runde-aktoer", "runde-resultat"], Permission.READ_WORKING_PLAN),
    "vurdering-formodninger": Permission.READ_WORKING_PLAN,
    "overdragelse-godkend": Permission.APPROVE,
    "overdragelse-fortryd": Permission.APPROVE,
    "drafts": Permission.READ_WORKING_PLAN,
    "health": Permission.READ_WORKING_PLAN,
    "project_calendar": Permission.READ_WORKING_PLAN,
    "project_calendar_date": Permission.MANAGE_PROJECTS,
    "programme_calendar": Permission.READ_SHARED_PLAN,
    "programme_calendar_date": Permission.MANAGE_PROGRAMME,
    "moeder": Permission.READ_WORKING_PLAN,
    **dict.fromkeys(["moede", "moede-udbytte"], Permission.READ_WORKING_PLAN),
    **dict.fromkeys(["moede-oplaeg", "moede-oplaeg-pdf"], Permission.READ_WORKING_PLAN),
    **dict.fromkeys(["moede-referat", "moede-referat-pdf"], Permission.READ_WORKING_PLAN),
    **dict.fromkeys(["moede-ny", "moede-ret", "moede-tider", "moede-fjern"], Permission.LEAD_MEETINGS),
    **dict.fromkeys(["moede-begynd", "moede-trin", "moede-ur", "moede-storskaerm"], Permission.LEAD_MEETINGS),
    **dict.fromkeys(["moede-afslut", "moede-aabn", "moede-deltagere"], Permission.LEAD_MEETINGS),
    **dict.fromkeys(["moede-beslutning", "moede-skridt"], Permission.LEAD_MEETINGS),
    **dict.fromkeys(["moede-skridt-ret", "moede-skridt-fjern"], Permission.LEAD_MEETINGS),
    **dict.fromkeys(["moede-fortryd", "moede-skridt-fortryd"], Permission.LEAD_MEETINGS),
    "project_edit": Permission.MANAGE_PROJECTS,
    "project_archive": Permission.MANAGE_PROJECTS,
    "project_restore": Permission.MANAGE_PROJECTS,
    "project_create": Permission.MANAGE_PROJECTS,
    "programme": Permission.READ_SHARED_PLAN,
    **dict.fromkeys(["programme_load", "programme_load_pdf"], Permission.READ_WORKING_PLAN),
    "programme_edit": Permission.MANAGE_PROGRAMME,
    "parties": Permission.MANAGE_PROGRAMME,
    "party_remove": Permission.MANAGE_PROGRAMME,
    "members": Permission.READ_SHARED_PLAN,
    "member_leave": Permission.READ_SHARED_PLAN,
    "member_role": Permission.MANAGE_PROGRAMME,
    "member_remove": Permission.MANAGE_PROGRAMME,
    "member_invite": Permission.MANAGE_PROGRAMME,
}
INSIDE = [address for address in ADDRESSES if address.is_inside]


@pytest.fixture
def rows(project: Project) -> None:
    """A row of each kind in the project, so that every address leads somewhere."""
    candidacy = CandidacyFactory(project_actor=ProjectActorFactory(project=project))
    SharedScoreFactory(candidacy=candidacy, concept=Concept.ABILITY, score=1)
    for factory in (TaskFactory, ActionFactory, BudgetLineFactory, InterfaceFactory, OpenQuestionFactory):
        factory(project=project)
    ActorInterviewFactory(project_actor=candidacy.project_actor)
    let_go(project)
    hold_meeting(project)
    hold_round(project)
    write_outcomes(project)
    ActorRelationFactory(from_actor__programme=project.programme)
    PartyFactory(programme=project.programme)
    MembershipFactory(programme=project.programme, role=Role.EDITOR)


pytestmark = pytest.mark.usefixtures("rows")


@pytest.mark.parametrize("address", ADDRESSES, ids=lambda address: address.name)
def test_nobody_gets_in_without_signing_in(client: Client, address: Address, project: Project) -> None:
    if address.name in OPEN:
        arguments = {"uidb36": "1", "key": "x-y", "uidb64": "MQ", "token": "x-y", "subject": "1"}
        url = reverse(address.name, kwargs={name: arguments[name] for name in address.arguments})
        response = client.get(url)
        assert response.status_code in {200, 302, 410}
        assert not response.headers.get("Location", "").startswith(reverse("account_login") + "?")
        return
    url = path_to(address, project)
    for response in (client.get(url), client.post(url)):
        assert response.status_code == 302
        assert response.headers["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize("address", INSIDE, ids=lambda address: address.name)
@pytest.mark.parametrize("person", ["stranger", "admin_user"])
def test_someone_outside_finds_nothing(
    as_: As,
    address: Address,
    project: Project,
    person: str,
    request: pytest.FixtureRequest,
) -> None:
    client = as_(request.getfixturevalue(person))
    url = path_to(address, project)

    statuses = {client.get(url).status_code, client.post(url).status_code}

    assert 404 in statuses
    assert statuses <= {404, 405}


@pytest.mark.parametrize("address", INSIDE, ids=lambda address: address.name)
@pytest.mark.parametrize("role", Role)
def test_each_role_gets_what_the_table_of_rights_says(as_: As, address: Address, project: Project, role: Role) -> None:
    person = MembershipFactory(programme=project.programme, role=role).user
    needed = NEEDS.get(address.name, Permission.FILL_PHASES)

    response = as_(person).get(path_to(address, project))

    if response.status_code == 405:
        response = as_(person).post(path_to(address, project))
    if needed in RIGHTS[role]:
        assert response.status_code in {200, 302}
    else:
        assert response.status_code == 403
        assert str(needed.value) in response.content.decode()


def test_the_exceptions_still_name_addresses_that_exist() -> None:
    names = {address.name for address in ADDRESSES}

    assert set(OPEN) | set(NEEDS) <= names
