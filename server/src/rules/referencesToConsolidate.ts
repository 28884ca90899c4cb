import { fold, isToken } from '../model/names';
import { describeConnector } from '../model/connectors';
import type { DeclaredReference, Snapshot } from '../project/snapshot';
import type { Rule } from './rule';

export const referencesToConsolidate: Rule = {
  id: 'references-to-consolidate',
  severity: 'hint',
  kinds: ['customizations'],
  docs: {
    summary: 'A solution has several connection references for one connector and the same connection.',
    details: `Each reference asks for a connection at every import. One for each connector and credential is enough. The rule speaks up where, in every environment whose settings bind them, the references have the same connection, and where no settings bind them at all.

Let all flows use one of them, and remove the others.`,
    bad: [
      `
//- /Other/Customizations.xml
<ImportExportXml><connectionreferences>
  <connectionreference connectionreferencelogicalname="contoso_teams"><connectorid>/providers/Microsoft.PowerApps/apis/shared_teams</connectorid></connectionreference>
  <connectionreference connectionreferencelogicalname="⟦contoso_teams2⟧"><connectorid>/providers/Microsoft.PowerApps/apis/shared_teams</connectorid></connectionreference>
</connectionreferences></ImportExportXml>
`,
    ],
    good: [
      `
//- /settings/prod.json
{ "ConnectionReferences": [
  { "LogicalName": "contoso_teams", "ConnectionId": "0fae" },
  { "LogicalName": "contoso_teams2", "ConnectionId": "77c1" }
] }
//- /Other/Customizations.xml
<ImportExportXml><connectionreferences>
  <connectionreference connectionreferencelogicalname="contoso_teams"><connectorid>/providers/Microsoft.PowerApps/apis/shared_teams</connectorid></connectionreference>
  <connectionreference connectionreferencelogicalname="contoso_teams2"><connectorid>/providers/Microsoft.PowerApps/apis/shared_teams</connectorid></connectionreference>
</connectionreferences></ImportExportXml>
`,
    ],
  },

  *check({ file, snapshot }) {
    const solution = snapshot.solutionOf(file);
    const first = new Map<string, DeclaredReference>();
    for (const declared of solution?.declarations ?? []) {
      if (declared.at.file !== file || declared.connector === undefined) continue;
      const bindings = bindingsKey(snapshot, declared);
      const group = `${fold(declared.connector)}\n${bindings}`;
      const into = first.get(group);
      first.set(group, into ?? declared);
      if (!into || fold(into.logicalName) === fold(declared.logicalName)) continue;
      yield {
        place: declared.at.place,
        message: `'${declared.title}' and '${into.title}' are for ${describeConnector(declared.connector).title} ${bindings === '' ? 'and no settings bind them to different connections' : 'and have the same connection in all settings'}. One reference would do: merge into '${into.logicalName}'.`,
        related: [{ at: into.at, message: `'${into.logicalName}' is declared here` }],
      };
    }
  },
};

/**
 * Equal for references that have the same connection in each settings file. A token stands for a connection that only
 * the pipeline knows, so one that names its reference is unlike every other.
 */
function bindingsKey(snapshot: Snapshot, { logicalName }: DeclaredReference): string {
  return snapshot
    .bindingsOf(logicalName)
    .map(({ binding, settings }) => {
      const id = binding.connectionId?.trim() ?? '';
      return id === '' ? '' : `${settings.file}=${isToken(id) ? id.toLowerCase() : id}`;
    })
    .filter((line) => line !== '')
    .sort()
    .join('\n');
}
