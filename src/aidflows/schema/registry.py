"""All tables in the order in which they are written."""

from __future__ import annotations

from aidflows.schema.agreement_flows import AgreementFlows
from aidflows.schema.agreements import Agreements
from aidflows.schema.base import Table
from aidflows.schema.citations import Citations
from aidflows.schema.countries import Countries
from aidflows.schema.coverage import Coverage
from aidflows.schema.decisions import Decisions
from aidflows.schema.deflators import Deflators
from aidflows.schema.events import Events
from aidflows.schema.evidence import Evidence
from aidflows.schema.exchange_rates import ExchangeRates
from aidflows.schema.figures import Figures
from aidflows.schema.flow_links import FlowLinks
from aidflows.schema.flow_parties import FlowParties
from aidflows.schema.flows import Flows
from aidflows.schema.organisations import Organisations
from aidflows.schema.sources import Sources
from aidflows.schema.statements import Statements
from aidflows.schema.system_names import SystemNames
from aidflows.schema.systems import Systems

TABLES: dict[str, type[Table]] = {
    "sources": Sources,
    "statements": Statements,
    "citations": Citations,
    "figures": Figures,
    "flows": Flows,
    "events": Events,
    "flow_parties": FlowParties,
    "flow_links": FlowLinks,
    "evidence": Evidence,
    "systems": Systems,
    "system_names": SystemNames,
    "organisations": Organisations,
    "countries": Countries,
    "agreements": Agreements,
    "agreement_flows": AgreementFlows,
    "exchange_rates": ExchangeRates,
    "deflators": Deflators,
    "coverage": Coverage,
    "decisions": Decisions,
}
