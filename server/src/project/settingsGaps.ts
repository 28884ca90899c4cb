/** What a settings file lacks of its solutions, and what it names that they do not have (any more). */
import type { Binding, VariableValue } from '../model/facts';
import { connectorName, fold } from '../model/names';
import { declarationFor } from './declared';
import { knownNames } from './settings';
import type { DeclaredReference, EnvironmentVariable, SettingsFile, Snapshot, Solution } from './snapshot';

/** The references that one of its solutions declares and the file does not name. */
export function missingReferences({ facts }: SettingsFile, solution: Solution): readonly DeclaredReference[] {
  const named = new Set(facts.bindings.map(({ logicalName }) => fold(logicalName)));
  return solution.declarations.filter(({ logicalName }) => !named.has(fold(logicalName)));
}

/** The variables of one of its solutions that have neither a value nor a default nor an entry in the file. */
export function missingVariables({ facts }: SettingsFile, solution: Solution): readonly EnvironmentVariable[] {
  // A file without such a list is for references alone.
  if (!facts.variablesPath) return [];
  const named = new Set(facts.variables.map(({ schemaName }) => fold(schemaName)));
  return solution.variables.filter(({ hasValue, schemaName }) => !hasValue && !named.has(fold(schemaName)));
}

/** The entries whose reference none of its solutions declares, uses or expects; none where that can't be known. */
export function unknownBindings(snapshot: Snapshot, settings: SettingsFile): readonly Binding[] {
  const { facts, solutions } = settings;
  if (solutions.length === 0 || !solutions.every(isReadInFull)) return [];
  const known = new Set(solutions.flatMap((solution) => [...knownNames(solution)]));
  return facts.bindings.filter(
    ({ logicalName }) => !known.has(fold(logicalName)) && !isUsedByAppOrAgent(snapshot, settings, logicalName),
  );
}

/** The entries whose variable none of its solutions has or reads; none where that can't be known. */
export function unknownVariables({ facts, solutions }: SettingsFile): readonly VariableValue[] {
  if (solutions.length === 0 || solutions.some(({ hasUnreadUses }) => hasUnreadUses)) return [];
  const known = new Set(
    solutions.flatMap(({ variables, flows }) => [
      ...variables.map(({ schemaName }) => fold(schemaName)),
      ...flows.flatMap((flow) => flow.facts.variables.map(({ name }) => fold(name))),
    ]),
  );
  return facts.variables.filter(({ schemaName }) => !known.has(fold(schemaName)));
}

export interface ConnectorMismatch {
  readonly binding: Binding;
  /** The connector that the entry names. */
  readonly given: string;
  readonly declared: DeclaredReference & { readonly connector: string };
}

/** The entries with another connector than their reference is declared for. */
export function connectorMismatches(snapshot: Snapshot, { facts, solutions }: SettingsFile): ConnectorMismatch[] {
  return facts.bindings.flatMap((binding) => {
    const given = binding.connectorId === undefined ? undefined : connectorName(binding.connectorId);
    const owner = solutions.find(({ declarations }) =>
      declarations.some(({ logicalName }) => fold(logicalName) === fold(binding.logicalName)),
    );
    const declared = owner && declarationFor(snapshot, owner, binding.logicalName);
    // Custom connectors have another hash in each environment, so their id in a settings file differs rightly.
    if (given === undefined || declared?.connector === undefined || declared.declaration.isCustomConnector) return [];
    if (declared.solution.customizations !== 'read' || fold(given) === fold(declared.connector)) return [];
    return [{ binding, given, declared: { ...declared, connector: declared.connector } }];
  });
}

function isReadInFull({ customizations, isManifestRead, hasUnreadUses }: Solution): boolean {
  return customizations === 'read' && isManifestRead && !hasUnreadUses;
}

function isUsedByAppOrAgent(snapshot: Snapshot, { solutions }: SettingsFile, logicalName: string): boolean {
  return snapshot
    .usesOf(logicalName)
    .some((use) => use.by !== 'flow' && use.solution !== undefined && solutions.includes(use.solution));
}
