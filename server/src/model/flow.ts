/**
 * Reads a cloud flow's definition: its connection entries in every shape that exports and APIs write, and the steps
 * that use them at any depth. Only `actions` are walked, never `inputs`: adaptive cards hold objects that look like
 * actions.
 */
import { toSay, type Message } from '../base/l10n';
import type { Path } from '../base/path';
import type { ConnectionEntry, ConnectorAt, FlowFacts, NamedAt, Problem, Step, StepKey } from './facts';
import { findDuplicateNames } from '../syntax/duplicateNames';
import { get, isRecord, readJson, text, type JsonRecord } from './json';
import { connectorName } from './names';

/** The designer allows 8; this only keeps a hostile file from using up the memory. */
const deepestNesting = 300;

const entriesPath = ['properties', 'connectionReferences'] as const;
const definitionPath = ['properties', 'definition'] as const;

/** Reads any text; what can't be read is left out and told in `problems`. */
export function extractFlow(source: string): FlowFacts {
  const { value, problems: syntaxProblems } = readJson(source);
  const problems = [...syntaxProblems];
  const definition = get(value, ...definitionPath);
  if (!isRecord(definition)) {
    if (definition !== undefined) problems.push(shapeProblem(definitionPath, toSay("'definition' must be an object.")));
    // JSON in `Workflows/` that has no definition is no flow; a half flow is still worth its syntax error.
    return { ...nothing, problems };
  }
  const entries = readEntries(get(value, ...entriesPath), problems);
  const displayName = text(get(value, 'properties', 'displayName'));
  const triggers = get(definition, 'triggers');
  const steps = readSteps(definition, problems);
  return {
    kind: 'flow',
    hasDefinition: true,
    ...(displayName !== undefined && { displayName }),
    entries,
    steps,
    duplicateKeys: findDuplicateNames(
      source,
      entriesPath[1],
      entries.map(({ key }) => key),
    ),
    triggerTypes: Object.values(isRecord(triggers) ? triggers : {}).flatMap(
      (trigger) => text(get(trigger, 'type')) ?? [],
    ),
    variables: readVariables(get(definition, 'parameters')),
    otherKeyUses: findOtherKeyUses(source, entries, steps),
    problems,
  };
}

const nothing: FlowFacts = {
  kind: 'flow',
  hasDefinition: false,
  entries: [],
  steps: [],
  duplicateKeys: [],
  triggerTypes: [],
  variables: [],
  otherKeyUses: [],
  problems: [],
};

/** A parameter that stands for an environment variable names it in its metadata. */
function readVariables(parameters: unknown): NamedAt[] {
  return Object.entries(isRecord(parameters) ? parameters : {}).flatMap(([parameter, value]) => {
    const name = text(get(value, 'metadata', 'schemaName'));
    const path = [...definitionPath, 'parameters', parameter, 'metadata', 'schemaName'];
    return name === undefined ? [] : [{ name, path }];
  });
}

function readEntries(value: unknown, problems: Problem[]): ConnectionEntry[] {
  if (value === undefined || value === null) return [];
  if (!isRecord(value)) {
    problems.push(
      shapeProblem(entriesPath, toSay("'connectionReferences' must be an object with one property for each key.")),
    );
    return [];
  }
  const entries: ConnectionEntry[] = [];
  for (const [key, entry] of Object.entries(value)) {
    if (isRecord(entry)) entries.push(readEntry(key, entry));
    else
      problems.push(shapeProblem([...entriesPath, key], toSay('An entry of connectionReferences must be an object.')));
  }
  return entries;
}

function readEntry(key: string, entry: JsonRecord): ConnectionEntry {
  const connector = readConnector(key, entry);
  const logicalName = text(get(entry, 'connection', 'connectionReferenceLogicalName'));
  const connection = readConnectionName(key, entry);
  const runtimeSource = text(get(entry, 'runtimeSource'));
  const impersonation = text(get(entry, 'impersonation', 'source'));
  return {
    key,
    ...(connector && { connector }),
    ...(logicalName !== undefined && { logicalName }),
    ...(connection && { connectionName: connection.name, connectionPath: connection.path }),
    ...(runtimeSource !== undefined && { runtimeSource }),
    ...(impersonation !== undefined && { impersonation }),
  };
}

/** The connector is what the entry says, never what its key looks like. */
function readConnector(key: string, entry: JsonRecord): ConnectorAt | undefined {
  for (const path of [['api', 'name'], ['api', 'id'], ['id'], ['connection', 'id']]) {
    const id = text(get(entry, ...path));
    const name = id === undefined ? undefined : connectorName(id);
    if (id === undefined || name === undefined) continue;
    return { name, path: [...entriesPath, key, ...path], ...(id !== name && { id }) };
  }
  return undefined;
}

function readConnectionName(key: string, entry: JsonRecord): NamedAt | undefined {
  const plain = text(get(entry, 'connection', 'name'));
  if (plain !== undefined) return { name: plain, path: [...entriesPath, key, 'connection', 'name'] };
  for (const path of [['connection', 'id'], ['connectionName']]) {
    const name = lastSegment(text(get(entry, ...path)));
    if (name !== undefined) return { name, path: [...entriesPath, key, ...path] };
  }
  return undefined;
}

function lastSegment(id: string | undefined): string | undefined {
  return id === undefined ? undefined : text(id.slice(id.lastIndexOf('/') + 1));
}

/** A step that is still to be read. */
interface Ahead {
  readonly name: string;
  readonly action: unknown;
  readonly branch: Branch;
}

/** A property that holds steps. */
interface Branch {
  readonly owner: JsonRecord;
  readonly ownerPath: Path;
  readonly property: 'triggers' | 'actions';
  /** The steps around, and where one of them has several branches, which of them. */
  readonly scopes: readonly string[];
}

/** Gives the steps in the order of the text. The stack is its own, so that nesting can't exhaust the program's. */
function readSteps(definition: JsonRecord, problems: Problem[]): Step[] {
  const steps: Step[] = [];
  const top = { owner: definition, ownerPath: definitionPath, scopes: [] };
  const ahead: Ahead[] = [
    ...listSteps({ ...top, property: 'triggers' }, problems),
    ...listSteps({ ...top, property: 'actions' }, problems),
  ].reverse();
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    if (!isRecord(next.action)) {
      problems.push(shapeProblem(pathOf(next), toSay('A step must be an object.')));
      continue;
    }
    const step = readStep(next, next.action);
    if (step) steps.push(step);
    if (!mayHoldSteps(next.action)) continue;
    const inner = branchesOf(next, next.action, problems).flatMap((branch) => listSteps(branch, problems));
    for (const innerStep of inner.reverse()) ahead.push(innerStep);
  }
  return steps;
}

/** Few steps do, and most of the time of a walk would be spent on finding that out branch by branch. */
function mayHoldSteps(action: JsonRecord): boolean {
  return (
    action.actions !== undefined ||
    action.else !== undefined ||
    action.cases !== undefined ||
    action.default !== undefined
  );
}

function listSteps(branch: Branch, problems: Problem[]): Ahead[] {
  const { owner, ownerPath, property, scopes } = branch;
  const value = readRecord(owner, property, ownerPath, problems);
  if (!value) return [];
  if (scopes.length > deepestNesting) {
    const message = toSay('Actions are nested more than {0} levels deep. Those below are not read.', deepestNesting);
    problems.push(shapeProblem([...ownerPath, property], message));
    return [];
  }
  return Object.entries(value).map(([name, action]) => ({ name, action, branch }));
}

/** The branches of an action: its own, those of a condition and those of a switch. */
function branchesOf(step: Ahead, action: JsonRecord, problems: Problem[]): Branch[] {
  const branches: Branch[] = [];
  const path = pathOf(step);
  const around = [...step.branch.scopes, step.name];
  const add = (owner: JsonRecord | undefined, way: Path, title?: string): void => {
    const scopes = title === undefined ? around : [...around, title];
    if (owner) branches.push({ owner, ownerPath: [...path, ...way], property: 'actions', scopes });
  };
  const cases = readRecord(action, 'cases', path, problems) ?? {};
  add(action, [], get(action, 'type') === 'If' ? 'If yes' : undefined);
  add(readRecord(action, 'else', path, problems), ['else'], 'If no');
  for (const name of Object.keys(cases)) {
    add(readRecord(cases, name, [...path, 'cases'], problems), ['cases', name], name);
  }
  add(readRecord(action, 'default', path, problems), ['default'], 'Default');
  return branches;
}

function pathOf({ name, branch }: Ahead): Path {
  return [...branch.ownerPath, branch.property, name];
}

/** A property that must hold an object: undefined where it is missing, and where it holds something else, which is told. */
function readRecord(owner: JsonRecord, name: string, path: Path, problems: Problem[]): JsonRecord | undefined {
  const value = get(owner, name);
  if (isRecord(value)) return value;
  if (value !== undefined && value !== null) {
    problems.push(shapeProblem([...path, name], toSay("'{0}' must be an object.", name)));
  }
  return undefined;
}

/** @returns undefined for a step that has no host: it uses no connection. */
function readStep(ahead: Ahead, action: JsonRecord): Step | undefined {
  const host = get(action, 'inputs', 'host');
  if (!isRecord(host)) return undefined;
  const key = readKey(host);
  const apiId = text(get(host, 'apiId'));
  const operationId = text(get(host, 'operationId'));
  const childFlow = text(get(host, 'workflowReferenceName'));
  const { name, branch } = ahead;
  return {
    name,
    isTrigger: branch.property === 'triggers',
    scopes: branch.scopes,
    path: pathOf(ahead),
    type: text(get(action, 'type')) ?? '',
    ...(key && { key }),
    ...(apiId !== undefined && { apiId }),
    ...(operationId !== undefined && { operationId }),
    ...(childFlow !== undefined && { childFlow }),
  };
}

function readKey(host: JsonRecord): StepKey | undefined {
  for (const property of ['connectionName', 'connectionReferenceName']) {
    const name = text(get(host, property));
    if (name !== undefined) return { name, path: ['inputs', 'host', property], inExpression: false };
  }
  const expression = text(get(host, 'connection', 'name'));
  const name = expression === undefined ? undefined : keysInExpressions(expression)[0];
  if (name === undefined) return undefined;
  return { name, path: ['inputs', 'host', 'connection', 'name'], inExpression: true };
}

/** The keys in `parameters('$connections')['<key>']`, where a quote within a key is doubled. */
function keysInExpressions(expressions: string): string[] {
  const matches = expressions.matchAll(/parameters\(\s*'\$connections'\s*\)\s*\[\s*'((?:[^']|'')+)'\s*\]/gi);
  return Array.from(matches, (match) => (match[1] ?? '').replaceAll("''", "'"));
}

/** Looks through the whole text, but only when an entry seems to be unused: then an expression may still use it. */
function findOtherKeyUses(source: string, entries: readonly ConnectionEntry[], steps: readonly Step[]): string[] {
  const used = new Set(steps.map((step) => step.key?.name));
  if (entries.every((entry) => used.has(entry.key))) return [];
  // PowerShell writes the quotes of expressions as escapes.
  const unescaped = source.replaceAll(/\\u0027/gi, "'");
  return [...new Set(keysInExpressions(unescaped))].filter((key) => !used.has(key));
}

function shapeProblem(path: Path, message: Message): Problem {
  return { kind: 'syntax', message, place: { path, onKey: true } };
}
