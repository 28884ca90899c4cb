import { fold, isToken } from '../model/names';
import { describeConnector } from '../model/connectors';
import type { FileId } from '../model/place';
import type { DeclaredReference, Snapshot, Solution } from '../project/snapshot';
import { isUnused, knowsUses } from '../project/unused';
import { merge } from '../refactor/merge';
import type { MergeRequest } from '../refactor/request';
import type { Fix, Rule, RuleFinding } from './rule';

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
    // Which one to keep depends on what uses them, and a file that can't be read may use any.
    if (!solution || snapshot.solutions.some(({ hasUnreadUses }) => hasUnreadUses)) return;
    for (const group of groupsOf(snapshot, solution, file)) {
      const into = mostUsed(snapshot, solution, group);
      for (const declared of into ? group : []) {
        if (into && fold(into.logicalName) !== fold(declared.logicalName)) yield finding(snapshot, declared, into);
      }
    }
  },
};

/** References that have a connector and all their connections in common. */
function groupsOf(snapshot: Snapshot, { declarations }: Solution, file: FileId): readonly DeclaredReference[][] {
  const groups = new Map<string, DeclaredReference[]>();
  for (const declared of declarations) {
    if (declared.at.file !== file || declared.connector === undefined) continue;
    const key = `${fold(declared.connector)}\n${bindingsKey(snapshot, declared)}`;
    groups.set(key, [...(groups.get(key) ?? []), declared]);
  }
  return [...groups.values()].filter(({ length }) => length > 1);
}

/** The one to keep: undefined where all could go, of which another rule tells. */
function mostUsed(
  snapshot: Snapshot,
  solution: Solution,
  group: readonly DeclaredReference[],
): DeclaredReference | undefined {
  const usesOf = ({ logicalName }: DeclaredReference): number => snapshot.usesOf(logicalName).length;
  const [most] = group.toSorted((a, b) => usesOf(b) - usesOf(a));
  return most && isUnused(snapshot, most) && knowsUses(snapshot, solution) ? undefined : most;
}

function finding(snapshot: Snapshot, declared: DeclaredReference, into: DeclaredReference): RuleFinding {
  const connector = describeConnector(declared.connector ?? '').title;
  const bindings =
    bindingsKey(snapshot, declared) === ''
      ? 'and no settings bind them to different connections'
      : 'and have the same connection in all settings';
  const request: MergeRequest = { kind: 'merge', into: into.logicalName, from: [declared.logicalName] };
  const fix: Fix = {
    title: `Merge into '${into.title}'…`,
    reachesFurther: true,
    request,
    apply: (draft) => void merge(draft, request),
  };
  return {
    place: declared.at.place,
    message: `'${declared.title}' and '${into.title}' are for ${connector} ${bindings}. One reference would do: merge into '${into.logicalName}'.`,
    related: [{ at: into.at, message: `'${into.logicalName}' is declared here` }],
    fixes: () => (declared.solution.isManaged ? [] : [fix]),
  };
}

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
