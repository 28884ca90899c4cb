/**
 * Reads deployment settings. They are known by content, never by name: either what `pac solution create-settings`
 * writes (`EnvironmentVariables`, `ConnectionReferences`), or a bare list of names and connection ids.
 */
import { toSay } from '../base/l10n';
import type { Path } from '../base/path';
import type { Binding, Problem, SettingsFacts, VariableValue } from './facts';
import { get, isRecord, readJson, text } from './json';

/** What the text of every settings file holds: a cheap look that keeps other JSON from being parsed. */
export const settingsHints = [
  '"ConnectionReferences"',
  '"EnvironmentVariables"',
  '"connectionReferenceLogicalName"',
] as const;

/** False for what certainly is none. */
export function mayBeSettings(text: string): boolean {
  return settingsHints.some((hint) => text.includes(hint));
}

/** What an entry's properties are called. */
export interface Shape {
  readonly logicalName: string;
  readonly connectionId: string;
  readonly connectorId: string;
}

export const pacShape: Shape = { logicalName: 'LogicalName', connectionId: 'ConnectionId', connectorId: 'ConnectorId' };
export const listShape: Shape = {
  logicalName: 'connectionReferenceLogicalName',
  connectionId: 'connectionId',
  connectorId: 'connectorId',
};

/** @returns undefined for JSON that is something else. */
export function extractSettings(source: string): SettingsFacts | undefined {
  if (!mayBeSettings(source)) return undefined;
  const { value, problems: syntaxProblems } = readJson(source);
  const problems = [...syntaxProblems];
  if (problems[0]?.kind === 'conflict' && source.includes(`"${pacShape.logicalName}"`)) {
    return { kind: 'settings', bindings: [], variables: [], problems };
  }
  if (Array.isArray(value)) return readList(value, problems);
  if (!isRecord(value) || !isPacSettings(value)) return undefined;
  const references = get(value, 'ConnectionReferences');
  const variables = get(value, 'EnvironmentVariables');
  return {
    kind: 'settings',
    ...(references !== undefined && { referencesPath: ['ConnectionReferences'] }),
    bindings: Array.isArray(references) ? readBindings(references, ['ConnectionReferences'], pacShape, problems) : [],
    ...(Array.isArray(variables) && { variablesPath: ['EnvironmentVariables'] }),
    variables: Array.isArray(variables) ? readVariables(variables) : [],
    problems,
  };
}

/** Other files have properties of these names too; theirs hold other things. */
function isPacSettings(value: Readonly<Record<string, unknown>>): boolean {
  const references = get(value, 'ConnectionReferences');
  const variables = get(value, 'EnvironmentVariables');
  const isEmptyOr = (list: unknown, property: string): boolean =>
    Array.isArray(list) && (list.length === 0 || list.some((item) => get(item, property) !== undefined));
  const isMissing = (list: unknown): boolean => list === undefined || list === null;
  return (
    (isEmptyOr(references, 'LogicalName') && (isMissing(variables) || Array.isArray(variables))) ||
    (isEmptyOr(variables, 'SchemaName') && isMissing(references))
  );
}

function readList(list: readonly unknown[], problems: Problem[]): SettingsFacts | undefined {
  const isSettings = list.some(
    (item) => get(item, listShape.logicalName) !== undefined && get(item, 'connectionId') !== undefined,
  );
  if (!isSettings) return undefined;
  return {
    kind: 'settings',
    referencesPath: [],
    bindings: readBindings(list, [], listShape, problems),
    variables: [],
    problems,
  };
}

function readVariables(list: readonly unknown[]): VariableValue[] {
  return list.flatMap((item, index) => {
    const schemaName = text(get(item, 'SchemaName'));
    return schemaName === undefined ? [] : [{ schemaName, path: ['EnvironmentVariables', index, 'SchemaName'] }];
  });
}

function readBindings(list: readonly unknown[], listPath: Path, shape: Shape, problems: Problem[]): Binding[] {
  return list.flatMap((item, index) => {
    const path = [...listPath, index];
    const logicalName = text(get(item, shape.logicalName));
    if (logicalName === undefined) {
      const message = toSay("An entry must be an object with a '{0}'.", shape.logicalName);
      problems.push({ kind: 'syntax', message, place: isRecord(item) ? { path, onBracket: true } : { path } });
      return [];
    }
    const connectionId = get(item, shape.connectionId);
    const connectorId = text(get(item, shape.connectorId));
    return [
      {
        logicalName,
        logicalNamePath: [...path, shape.logicalName],
        ...(typeof connectionId === 'string' && { connectionId }),
        connectionIdPath: [...path, shape.connectionId],
        ...(connectorId !== undefined && { connectorId }),
        connectorIdPath: [...path, shape.connectorId],
      },
    ];
  });
}
