from actors.models.actor import Actor, ActorType, Location, Sphere, YesNoUnknown
from actors.models.programme import Membership, Party, Programme, Role
from actors.models.registry import (
    HousingDepartment,
    HousingOrganisation,
    Municipality,
    MunicipalityRegion,
    Region,
)
from actors.models.relation import ActorRelation, RelationKind, relation_words

__all__ = [
    "Actor",
    "ActorRelation",
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
    "RelationKind",
    "Role",
    "Sphere",
    "YesNoUnknown",
    "relation_words",
]
