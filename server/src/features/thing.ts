/**
 * Which connector, connection, child flow, environment or variable stands at an offset. References and keys are found by
 * `subject.ts`.
 */
import { isEqual } from '../base/equal';
import type { Path } from '../base/path';
import type { Span } from '../base/span';
import type { Facts, FlowFacts } from '../model/facts';
import { connectorName, isToken } from '../model/names';
import type { FileId } from '../model/place';
import { readsAsJson, type Documents } from '../project/documents';
import type { Snapshot } from '../project/snapshot';
import { contentSpan, nodeAtOffset, pathOf } from '../syntax/json';
import { atOffset, xmlSpan } from '../syntax/xml';
import type { About } from './about';

export interface Thing {
  readonly about: About;
  readonly span: Span;
}

export function thingAt(snapshot: Snapshot, documents: Documents, file: FileId, offset: number): Thing | undefined {
  const facts = snapshot.files.get(file);
  const token = facts && tokenAt(documents, file, offset);
  const about = token && aboutOf(facts, token);
  return about && { about, span: token.span };
}

interface Token {
  readonly path: Path;
  readonly value: string;
  readonly span: Span;
}

function tokenAt(documents: Documents, file: FileId, offset: number): Token | undefined {
  if (readsAsJson(file)) {
    const document = documents.json(file);
    const found = document && nodeAtOffset(document, offset);
    if (found?.on !== 'value' || typeof found.node.value !== 'string') return undefined;
    return { path: pathOf(found.node), value: found.node.value, span: contentSpan(found.node) };
  }
  const document = documents.xml(file);
  const path = document && atOffset(document, offset);
  const span = path && xmlSpan(document, path);
  return span && offset >= span.start && offset <= span.end
    ? { path, value: document.text.slice(span.start, span.end), span }
    : undefined;
}

function aboutOf(facts: Facts, { path, value }: Token): About | undefined {
  const last = path.at(-1);
  switch (facts.kind) {
    case 'flow':
      return inFlow(facts, path, value);
    case 'settings': {
      const binding = facts.bindings.find((candidate) => isEqual(candidate.connectionIdPath, path));
      if (binding) return value.trim() === '' || isToken(value) ? undefined : { kind: 'connection', id: value };
      if (facts.bindings.some(({ connectorIdPath }) => isEqual(connectorIdPath, path))) return connector(value);
      return facts.variables.some((variable) => isEqual(variable.path, path)) ? variable(value) : undefined;
    }
    case 'customizations':
      return facts.declarations.some((declaration) => isConnectorOf(declaration.path, path))
        ? connector(value)
        : undefined;
    case 'agentReferences':
      return last === 'connectorId' ? connector(value) : undefined;
    case 'environmentVariable':
      return last === '@schemaname' && path.length <= 2 ? variable(value) : undefined;
    case 'configuration':
      if (path[0] === 'connectors') return connector(/^shared_/i.test(value) ? value : `shared_${value}`);
      return path[0] === 'environments' && last === 'name' ? { kind: 'environment', name: value } : undefined;
    case 'baseline':
    case 'canvasApp':
    case 'connector':
    case 'environmentVariableValue':
    case 'flowMetadata':
    case 'solution':
    case 'solutionPart':
      return undefined;
  }
}

function inFlow({ entries, steps, variables }: FlowFacts, path: Path, value: string): About | undefined {
  if (entries.some((entry) => entry.connector && isEqual(entry.connector.path, path))) return connector(value);
  const last = path.at(-1);
  if (last === 'schemaName') return variables.includes(value) ? variable(value) : undefined;
  if (last !== 'apiId' && last !== 'workflowReferenceName') return undefined;
  if (!steps.some((step) => isEqual([...step.path, 'inputs', 'host', last], path))) return undefined;
  if (last === 'workflowReferenceName') return { kind: 'flow', guid: value };
  // AI Builder's id names no connector.
  return /\/apis\//i.test(value) ? connector(value) : undefined;
}

function isConnectorOf(declaration: Path, path: Path): boolean {
  return ['connectorid', '@connectorid'].some((name) => isEqual([...declaration, name], path));
}

function connector(id: string): About | undefined {
  const name = connectorName(id);
  return name === undefined ? undefined : { kind: 'connector', name };
}

function variable(schemaName: string): About {
  return { kind: 'variable', schemaName };
}
