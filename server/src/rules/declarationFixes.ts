/** Fixes that add, rename or remove declarations of connection references. */
import type { L10n } from '../base/l10n';
import type { ConnectionEntry } from '../model/facts';
import { fold } from '../model/names';
import type { DeclaredReference, Flow, Snapshot } from '../project/snapshot';
import { create } from '../refactor/create';
import { declare } from '../refactor/declare';
import { proposeNames } from '../refactor/proposeNames';
import { removeDeclared } from '../refactor/removeReferences';
import { nameByTemplate, renameDisplay } from '../refactor/renameDisplay';
import type { CreateRequest } from '../refactor/request';
import type { Fix } from './rule';

/** Declares a name that a flow uses, for the connector of its entry and with a proposed display name. */
export function creationFixes(
  l10n: L10n,
  { file, solution }: Flow,
  { logicalName, connector }: ConnectionEntry,
): readonly Fix[] {
  if (!solution || solution.isManaged || logicalName === undefined || !connector) return [];
  return [
    {
      title: l10n.t("Declare '{0}' in {1}", logicalName, solution.name),
      reachesFurther: true,
      apply: (draft) => {
        const { snapshot } = draft;
        const own = snapshot.solutionOf(file);
        if (!own) return;
        const { displayName } = proposeNames(snapshot, own, connector.name);
        create(draft, { kind: 'create', file, connector: connector.name, displayName, logicalName });
      },
    },
  ];
}

/** Creates a reference for an entry that uses a connection directly, with proposed names. */
export function newReferenceFixes(l10n: L10n, snapshot: Snapshot, flow: Flow, entry: ConnectionEntry): readonly Fix[] {
  const { file, solution } = flow;
  const { key, connector } = entry;
  if (!solution || !connector || !canHaveNewReference(flow, entry)) return [];
  const names = proposeNames(snapshot, solution, connector.name);
  const request: CreateRequest = {
    kind: 'create',
    file,
    connector: connector.name,
    ...names,
    entries: [{ file, key }],
  };
  return [
    {
      title: l10n.t('Create connection reference…'),
      reachesFurther: true,
      request,
      apply: (draft) => void create(draft, request),
    },
  ];
}

/** Whether a reference can be created for an entry: where declarations can't be read in full, one may be there already. */
export function canHaveNewReference({ solution }: Flow, { connector }: ConnectionEntry): boolean {
  return solution?.isManaged === false && solution.customizations === 'read' && connector !== undefined;
}

/** Lets the flow's solution declare what another one declares. */
export function declarationFixes(
  l10n: L10n,
  snapshot: Snapshot,
  { file, solution }: Flow,
  reference: string,
): readonly Fix[] {
  const [declared] = snapshot.declarationsOf(reference);
  if (!solution || solution.isManaged || !declared) return [];
  return [
    {
      title: l10n.t("Declare '{0}' in {1} too", declared.title, solution.name),
      preferred: true,
      reachesFurther: true,
      apply: (draft) => void declare(draft, { kind: 'declare', file, reference: declared.logicalName }),
    },
  ];
}

/** Gives a reference the display name that the naming template asks for, or where there is none, a proposed one. */
export function renameFixes(l10n: L10n, snapshot: Snapshot, declared: DeclaredReference): readonly Fix[] {
  const { solution, connector, logicalName, at } = declared;
  if (solution.isManaged || connector === undefined) return [];
  const byTemplate = nameByTemplate(snapshot, declared);
  const isFree = (name: string): boolean => solution.declarations.every(({ title }) => fold(title) !== fold(name));
  const displayName =
    typeof byTemplate === 'string' && isFree(byTemplate)
      ? byTemplate
      : proposeNames(snapshot, solution, connector).displayName;
  return [
    {
      title: l10n.t("Rename to '{0}'", displayName),
      apply: (draft) =>
        void renameDisplay(draft, { kind: 'rename-display', reference: logicalName, displayName, file: at.file }),
    },
  ];
}

/** Removes a declaration with its entries in settings files. */
export function removalFixes(
  l10n: L10n,
  snapshot: Snapshot,
  { logicalName, solution, at }: DeclaredReference,
): readonly Fix[] {
  if (solution.isManaged) return [];
  const isBound = snapshot.bindingsOf(logicalName).length > 0;
  return [
    {
      title: isBound
        ? l10n.t("Remove '{0}' here and in the settings files", logicalName)
        : l10n.t("Remove '{0}'", logicalName),
      preferred: true,
      ...(isBound && { reachesFurther: true }),
      apply: (draft) => {
        const going = draft.snapshot.declarationsOf(logicalName).filter((declared) => declared.at.file === at.file);
        removeDeclared(draft, draft.snapshot, going);
      },
    },
  ];
}
