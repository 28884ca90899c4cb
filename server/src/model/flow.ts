/**
 * Reads a cloud flow's definition: its connection entries in every shape that exports and APIs write, and the steps
 * that use them at any depth. Only `actions` are walked, never `inputs`: adaptive cards hold objects that look like
 * actions.
 */
import type { Path } from '../base/path';
import type { ConnectionEntry, FlowFacts, NamedAt, Problem, Step, StepKey } from './facts';
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
    // JSON in `Workflows/` that has no definition is no flow; a half flow is still worth its syntax error.
    return { kind: 'flow', hasDefinition: false, entries: [], steps: [], otherKeyUses: [], problems };
  }
  const entries = readEntries(get(value, ...entriesPath), problems);
  const steps = readSteps(definition, problems);
  return {
    kind: 'flow',
    hasDefinition: true,
    entries,
    steps,
    otherKeyUses: findOtherKeyUses(source, entries, steps),
    problems,
  };
}

function readEntries(value: unknown, problems: Problem[]): ConnectionEntry[] {
  if (value === undefined || value === null) return [];
  if (!isRecord(value)) {
    problems.push(
      shapeProblem(entriesPath, "'connectionReferences' must be an object with one property for each key."),
    );
    return [];
  }
  const entries: ConnectionEntry[] = [];
  for (const [key, entry] of Object.entries(value)) {
    if (isRecord(entry)) entries.push(readEntry(key, entry));
    else problems.push(shapeProblem([...entriesPath, key], 'An entry of connectionReferences must be an object.'));
  }
  return entries;
}

function readEntry(key: string, entry: JsonRecord): ConnectionEntry {
  const connector = readConnector(key, entry);
  const logicalName = text(get(entry, 'connection', 'connectionReferenceLogicalName'));
  const connectionName =
    text(get(entry, 'connection', 'name')) ??
    lastSegment(text(get(entry, 'connection', 'id'))) ??
    lastSegment(text(get(entry, 'connectionName')));
  const runtimeSource = text(get(entry, 'runtimeSource'));
  return {
    key,
    ...(connector && { connector }),
    ...(logicalName !== undefined && { logicalName }),
    ...(connectionName !== undefined && { connectionName }),
    ...(runtimeSource !== undefined && { runtimeSource }),
  };
}

/** The connector is what the entry says, never what its key looks like. */
function readConnector(key: string, entry: JsonRecord): NamedAt | undefined {
  for (const path of [['api', 'name'], ['api', 'id'], ['id'], ['connection', 'id']]) {
    const id = text(get(entry, ...path));
    const name = id === undefined ? undefined : connectorName(id);
    if (name !== undefined) return { name, path: [...entriesPath, key, ...path] };
  }
  return undefined;
}

function lastSegment(id: string | undefined): string | undefined {
  return id === undefined ? undefined : text(id.slice(id.lastIndexOf('/') + 1));
}

interface Branch {
  readonly actions: JsonRecord;
  readonly path: Path;
  readonly scopes: readonly string[];
  readonly isTrigger: boolean;
}

/** Walks with a stack of its own, so that nesting can't exhaust the program's. */
function readSteps(definition: JsonRecord, problems: Problem[]): Step[] {
  const steps: Step[] = [];
  const pending: Branch[] = [];
  const visit = (owner: JsonRecord, name: string, path: Path, scopes: readonly string[], isTrigger = false): void => {
    const actions = get(owner, name);
    if (actions === undefined || actions === null) return;
    const at = [...path, name];
    if (!isRecord(actions))
      problems.push(shapeProblem(at, `'${name}' must be an object with one property for each step.`));
    else if (scopes.length > deepestNesting) {
      problems.push(
        shapeProblem(at, `Actions are nested more than ${deepestNesting} levels deep. Those below are not read.`),
      );
    } else pending.push({ actions, path: at, scopes, isTrigger });
  };

  visit(definition, 'actions', definitionPath, []);
  visit(definition, 'triggers', definitionPath, [], true);
  for (let branch = pending.pop(); branch; branch = pending.pop()) {
    for (const [name, action] of Object.entries(branch.actions)) {
      const path = [...branch.path, name];
      if (!isRecord(action)) {
        problems.push(shapeProblem(path, 'A step must be an object.'));
        continue;
      }
      const step = readStep(name, action, path, branch);
      if (step) steps.push(step);
      const scopes = [...branch.scopes, name];
      visit(action, 'actions', path, scopes);
      visitInner(action, 'else', path, [...scopes, 'If no'], visit);
      visitInner(action, 'default', path, [...scopes, 'Default'], visit);
      const cases = get(action, 'cases');
      if (!isRecord(cases)) continue;
      for (const [caseName, branchOfCase] of Object.entries(cases)) {
        if (isRecord(branchOfCase)) visit(branchOfCase, 'actions', [...path, 'cases', caseName], [...scopes, caseName]);
      }
    }
  }
  return steps;
}

function visitInner(
  action: JsonRecord,
  name: 'else' | 'default',
  path: Path,
  scopes: readonly string[],
  visit: (owner: JsonRecord, name: string, path: Path, scopes: readonly string[]) => void,
): void {
  const inner = get(action, name);
  if (isRecord(inner)) visit(inner, 'actions', [...path, name], scopes);
}

/** @returns undefined for a step that has no host: it uses no connection. */
function readStep(name: string, action: JsonRecord, path: Path, branch: Branch): Step | undefined {
  const host = get(action, 'inputs', 'host');
  if (!isRecord(host)) return undefined;
  const key = readKey(host);
  const apiId = text(get(host, 'apiId'));
  const operationId = text(get(host, 'operationId'));
  const childFlow = text(get(host, 'workflowReferenceName'));
  return {
    name,
    isTrigger: branch.isTrigger,
    scopes: branch.scopes,
    path,
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
  return [...new Set(keysInExpressions(source))].filter((key) => !used.has(key));
}

function shapeProblem(path: Path, message: string): Problem {
  return { kind: 'syntax', message, place: { path, onKey: true } };
}
