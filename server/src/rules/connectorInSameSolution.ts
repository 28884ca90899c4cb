import type { L10n } from '../base/l10n';
import { isKnownConnector } from '../model/connectors';
import { isConnector } from '../project/customConnectors';
import type { ConnectorIn, DeclaredReference, Flow } from '../project/snapshot';
import type { RelatedPlace, Rule } from './rule';

export const connectorInSameSolution: Rule = {
  id: 'connector-in-same-solution',
  severity: 'info',
  kinds: ['connector', 'customizations'],
  docs: {
    summary: 'A custom connector is in one solution with what must be imported after it.',
    details: `A custom connector must be imported before the connection references and flows that use it, and so belongs into a solution of its own: *Use custom connectors in solutions*. In one solution the first import fails, or its flows stay off.

Move the connector to a solution that is imported first. It is told once for each connector, whatever number of references and flows use it.`,
    bad: [
      `
//- /Connectors/contoso_5Forders.xml
<Connector><connectorid>6e1f0f52-0000-4000-8000-000000000000</connectorid><displayname>Orders</displayname><name>⟦contoso_5Forders⟧</name></Connector>
//- /Other/Customizations.xml
<ImportExportXml><connectionreferences>
  <connectionreference connectionreferencelogicalname="contoso_orders">
    <connectorid>/providers/Microsoft.PowerApps/apis/shared_contoso-5forders-5f7fc9343cf45734fe</connectorid>
    <customconnectorid><connectorid>6e1f0f52-0000-4000-8000-000000000000</connectorid></customconnectorid>
  </connectionreference>
</connectionreferences></ImportExportXml>
//- /Connectors/contoso_5Fstock.xml
<Connector><connectorid>7b2c1d63-0000-4000-8000-000000000000</connectorid><displayname>Stock</displayname><name>⟦contoso_5Fstock⟧</name></Connector>
//- /Workflows/Count.json
{ "properties": {
  "connectionReferences": { "stock": { "connection": {}, "api": { "name": "shared_contoso-5fstock-5f7fc9343cf45734fe", "logicalName": "contoso_5Fstock" } } },
  "definition": {}
} }
`,
    ],
    good: [
      `
//- /Connectors/contoso_5Forders.xml
<Connector><connectorid>6e1f0f52-0000-4000-8000-000000000000</connectorid><displayname>Orders</displayname><name>contoso_5Forders</name></Connector>
//- /Other/Customizations.xml
<ImportExportXml />
//- /Workflows/Order.json
{ "properties": {
  "connectionReferences": { "orders": { "connection": { "connectionReferenceLogicalName": "fabrikam_orders" }, "api": { "name": "shared_contoso-5forders-5f7fc9343cf45734fe" } } },
  "definition": {}
} }
`,
    ],
  },

  *check({ file, snapshot, l10n }) {
    const solution = snapshot.solutionOf(file);
    for (const own of solution?.connectors ?? []) {
      if (own.at.file !== file) continue;
      const [first, ...others] = usersOf(own, l10n);
      if (!first) continue;
      yield {
        place: own.at.place,
        message: l10n.t(
          "The custom connector '{0}' must be imported before '{1}', which is in this solution too. Keep it in a solution of its own.",
          own.title,
          first.name,
        ),
        related: [first, ...others],
      };
    }
  },
};

interface User extends RelatedPlace {
  readonly name: string;
}

/** What of the same solution is on the connector. A flow that has a reference for it waits for that one only. */
function usersOf(own: ConnectorIn, l10n: L10n): User[] {
  const { declarations, flows } = own.solution;
  return [
    ...declarations
      .filter((declared) => isDeclaredOn(own, declared))
      .map(({ at, logicalName: name }) => ({ at, name, message: l10n.t("'{0}' is declared here", name) })),
    ...flows.flatMap((flow) => directUsersOf(own, flow, l10n)),
  ];
}

function directUsersOf(own: ConnectorIn, { file, name, facts }: Flow, l10n: L10n): User[] {
  return facts.entries.flatMap(({ connector, logicalName }) => {
    const isDirect = connector && logicalName === undefined && !isKnownConnector(connector.name);
    if (!isDirect || !isConnector(own, connector.name)) return [];
    const at = { file, place: { path: connector.path } };
    return [{ at, name, message: l10n.t("'{0}' uses it directly", name) }];
  });
}

function isDeclaredOn(own: ConnectorIn, { declaration, connector }: DeclaredReference): boolean {
  const guid = declaration.customConnectorGuid;
  return (
    (guid !== undefined && guid === own.connector.guid) || (connector !== undefined && isConnector(own, connector))
  );
}
