import type { L10n } from '../base/l10n';
import { fold, isToken } from '../model/names';
import { describeConnector } from '../model/connectors';
import type { FileId } from '../model/place';
import type { DeclaredReference, Snapshot, Solution } from '../project/snapshot';
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

  *check({ file, snapshot, l10n }) {
    const solution = snapshot.solutionOf(file);
    if (!solution) return;
    for (const group of groupsOf(snapshot, solution, file)) yield* checkGroup(l10n, snapshot, group);
  },
};

/** Which are told of does not depend on their uses, so that a finding stays where it is when a flow changes. */
function* checkGroup(l10n: L10n, snapshot: Snapshot, [first, ...later]: DeclaredReference[]): Generator<RuleFinding> {
  if (!first) return;
  const kept = mostUsed(snapshot, [first, ...later]);
  for (const declared of later) yield finding(l10n, snapshot, declared, declared === kept ? first : declared, kept);
}

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

/** The one to keep: the first of those that are used the most. */
function mostUsed(snapshot: Snapshot, group: readonly DeclaredReference[]): DeclaredReference {
  const usesOf = ({ logicalName }: DeclaredReference): number => snapshot.usesOf(logicalName).length;
  return group.reduce((most, one) => (usesOf(one) > usesOf(most) ? one : most));
}

/** @param declared where it is told; it is either the one that goes or the one that is kept. */
function finding(
  l10n: L10n,
  snapshot: Snapshot,
  declared: DeclaredReference,
  from: DeclaredReference,
  into: DeclaredReference,
): RuleFinding {
  const connector = describeConnector(declared.connector ?? '').title;
  const other = declared === into ? from : into;
  // Two of one display name can only be told apart by their logical names.
  const isTold = fold(from.title) === fold(into.title) ? 'logicalName' : 'title';
  const request: MergeRequest = { kind: 'merge', into: into.logicalName, from: [from.logicalName] };
  const fix: Fix = {
    title: l10n.t("Merge '{0}' into '{1}'…", from[isTold], into[isTold]),
    reachesFurther: true,
    request,
    apply: (draft) => void merge(draft, request),
  };
  return {
    place: declared.at.place,
    message:
      bindingsKey(snapshot, declared) === ''
        ? l10n.t(
            "'{0}' and '{1}' are for {2} and no settings bind them to different connections. One reference would do: merge into '{3}'.",
            from[isTold],
            into[isTold],
            connector,
            into.logicalName,
          )
        : l10n.t(
            "'{0}' and '{1}' are for {2} and have the same connection in all settings. One reference would do: merge into '{3}'.",
            from[isTold],
            into[isTold],
            connector,
            into.logicalName,
          ),
    related: [{ at: other.at, message: l10n.t("'{0}' is declared here", other.logicalName) }],
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
