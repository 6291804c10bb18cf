"""Fields that stand in many tables."""

from __future__ import annotations

from advisor_app.content.shapes.fields import Choice, Day, Field, Id, Names, choice
from advisor_app.domain.commune import CommuneKind
from advisor_app.domain.foundations import Certainty

KINDS = tuple(kind.value for kind in CommuneKind)
KIND: Choice = choice(CommuneKind, "kG", "kS", "LK")
ID = Field(
    "id", Id(), "Kennung", "Wird nie wieder vergeben: Buchstaben und Ziffern, mit Punkt oder Bindestrich verbunden."
)
SOURCES = Field("sources", Names(), "Quellen", "Kennungen aus dem Blatt „Quellen“ hier oder im Paket base.")
AS_OF = Field("as_of", Day(), "Stand", "Tag, an dem die Angabe zuletzt geprüft wurde.")
VALID_FROM = Field("valid_from", Day(), "Gültig ab", required=False)
VALID_TO = Field("valid_to", Day(), "Gültig bis", "Letzter Tag, an dem es gilt.", required=False)
CHECK = Field("check", Day(), "Prüfen bis", "Bis zu diesem Tag muss jemand wieder nachsehen.", required=False)
CERTAINTY = Field(
    "certainty", choice(Certainty, "hoch", "mittel", "niedrig"), "Sicherheit", "Wie sicher die Angabe ist."
)
FACTS_ABOUT = "Kennungen von Fakten hier oder im Paket base."
NAMED_FACTS = Field("facts", Names(may_be_empty=True), "Fakten", FACTS_ABOUT, required=False)
RETIRED_ABOUT = "ja: wird nicht mehr verwendet, die Kennung bleibt vergeben."
