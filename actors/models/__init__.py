from actors.models.actor import Actor, ActorType, Location, Sphere, YesNoUnknown
from actors.models.programme import Membership, Party, Programme, Role
from actors.models.registry import (
    HousingDepartment,
    HousingOrganisation,
    Municipality,
    MunicipalityRegion,
    Region,
)

__all__ = [
    "Actor",
    "ActorType",
    "HousingDepartment",
    "HousingOrganisation",
    "Location",
    "Membership",
    "Municipality",
    "MunicipalityRegion",
    "Party",
    "Programme",
    "Region",
    "Role",
    "Sphere",
    "YesNoUnknown",
]
