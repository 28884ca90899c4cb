/** What could be typed in `connref.json` that its schema can't know: names and files of the workspace. */
import { compare } from '../base/compare';
import type { L10n } from '../base/l10n';
import type { Path } from '../base/path';
import { baseName, fold, parentFolder } from '../model/names';
import type { FileId } from '../model/place';
import { globFor } from '../project/configuration';
import type { Snapshot } from '../project/snapshot';
import { connectorProposals, referenceProposal, type Proposal } from './proposals';

/** @param path of the value that is being typed; lists and single values are meant alike. */
export function configurationProposals(
  l10n: L10n,
  snapshot: Snapshot,
  file: FileId,
  path: Path,
): readonly Proposal[] | undefined {
  const names = path.filter((segment) => typeof segment === 'string').join('/');
  switch (names) {
    case 'environments/name':
      return unique(snapshot.settings.map(({ environment }) => environment)).map((name) => ({
        kind: 'name',
        label: name,
        about: { kind: 'environment', name },
      }));
    case 'environments/solutions':
      return unique(snapshot.solutions.map(({ name }) => name)).map((label) => ({ kind: 'name', label }));
    case 'environments/files':
      return snapshot.settings.flatMap(({ file: settings, environment }) => fileProposal(file, settings, environment));
    case 'overrides/files':
    case 'suppressions/files':
    case 'exclude':
      return [...folderProposals(snapshot, file), ...filesWithFindings(snapshot, file)];
    case 'suppressions/name':
      return [...declaredNames(l10n, snapshot), ...keyNames(l10n, snapshot)];
    case 'connectors/allow':
    case 'connectors/block':
    case 'connectors/groups/business':
    case 'connectors/groups/nonBusiness':
      return connectorProposals(snapshot, 'name');
    case 'extends':
      return fileProposals(snapshot, file, 'configuration').filter(({ label }) => label !== baseName(file));
    case 'baseline':
      return fileProposals(snapshot, file, 'baseline');
    default:
      return undefined;
  }
}

/** Every folder below the configuration that holds a solution or settings. */
function folderProposals(snapshot: Snapshot, configuration: FileId): Proposal[] {
  const folders = [
    ...snapshot.solutions.map(({ root }) => root),
    ...snapshot.settings.map(({ file }) => parentFolder(file)),
  ];
  const globs = unique(folders).flatMap((folder) => {
    const glob = globFor(configuration, folder);
    return glob === undefined ? [] : [`${glob}/**`];
  });
  return globs.map((label) => ({ kind: 'file', label }));
}

function filesWithFindings(snapshot: Snapshot, configuration: FileId): Proposal[] {
  const solutions = snapshot.solutions.flatMap(({ file, declarations }) => [
    file,
    ...declarations.map(({ at }) => at.file),
  ]);
  return [
    ...snapshot.flows.flatMap(({ file, name }) => fileProposal(configuration, file, name)),
    ...snapshot.settings.flatMap(({ file, environment }) => fileProposal(configuration, file, environment)),
    ...unique(solutions).flatMap((file) => fileProposal(configuration, file)),
  ];
}

function fileProposals(snapshot: Snapshot, configuration: FileId, kind: 'configuration' | 'baseline'): Proposal[] {
  return [...snapshot.allFiles].flatMap(([file, facts]) =>
    facts.kind === kind ? fileProposal(configuration, file) : [],
  );
}

function fileProposal(configuration: FileId, file: FileId, detail?: string): Proposal[] {
  const glob = globFor(configuration, file);
  return glob === undefined
    ? []
    : [{ kind: 'file', label: glob, ...(detail !== undefined && { detail, words: detail }) }];
}

function declaredNames(l10n: L10n, snapshot: Snapshot): Proposal[] {
  const declared = new Map(
    snapshot.solutions.flatMap(({ declarations }) => declarations.map((one) => [fold(one.logicalName), one] as const)),
  );
  return [...declared.values()].map(({ logicalName, title, solution }) =>
    referenceProposal(l10n, snapshot, logicalName, title, solution.name),
  );
}

function keyNames(l10n: L10n, snapshot: Snapshot): Proposal[] {
  const keys = snapshot.flows.flatMap(({ facts }) => facts.entries.map(({ key }) => key));
  return unique(keys).map((label) => ({ kind: 'key', label, detail: l10n.t('connection key') }));
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)].sort(compare);
}
