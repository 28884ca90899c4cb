/** Reads who else uses connection references: canvas apps, agents, environment variables. */
import type { Path } from '../base/path';
import { child, children, type XmlElement } from '../syntax/xml';
import type {
  AgentReferencesFacts,
  CanvasApp,
  CanvasAppFacts,
  ConnectorUse,
  EnvironmentVariableFacts,
  EnvironmentVariableValueFacts,
  Facts,
  ReferenceUse,
} from './facts';
import { get, isRecord, readJson, text } from './json';
import { connectorName } from './names';
import { connectorPlace } from './place';
import { attributeText, childText, readXml } from './xml';

/** `CanvasApps/<name>.meta.xml`: its `ConnectionReferences` element holds JSON. */
export function extractCanvasApp(source: string): CanvasAppFacts {
  const { root, problems } = readXml(source, 'CanvasApp');
  return { kind: 'canvasApp', ...readCanvasApp(root, ['CanvasApp']), problems };
}

/**
 * @param element a `<CanvasApp>`.
 * @param elementPath where it stands.
 */
export function readCanvasApp(element: XmlElement | undefined, elementPath: Path): CanvasApp {
  const name = childText(element, 'DisplayName') ?? childText(element, 'Name') ?? '';
  const references = parseOrUndefined(childText(element, 'ConnectionReferences'));
  const path = [...elementPath, 'ConnectionReferences'];
  const uses: ReferenceUse[] = [];
  const connectors: ConnectorUse[] = [];
  const unnamedConnectors: string[] = [];
  for (const [key, reference] of Object.entries(isRecord(references) ? references : {})) {
    const logicalName = text(get(reference, logicalNameProperty));
    const id = text(get(reference, 'id')) ?? '';
    const connector = connectorName(id);
    if (connector !== undefined) {
      connectors.push({ name: connector, place: { ...connectorPlace(path, id), within: [key, 'id'] } });
    }
    if (logicalName !== undefined) {
      uses.push({ logicalName, place: { path, within: [key, logicalNameProperty], part: logicalName } });
    } else if (connector !== undefined) unnamedConnectors.push(connector);
  }
  return { name, uses, connectors, unnamedConnectors };
}

const logicalNameProperty = 'xrmConnectionReferenceLogicalName';

/** The canvas apps that a file holds. */
export function appsOf(facts: Facts): readonly CanvasApp[] {
  if (facts.kind === 'customizations') return facts.apps;
  return facts.kind === 'canvasApp' ? [facts] : [];
}

/** `Assets/botcomponent_connectionreferenceset.xml`: one element for each use by a component of an agent. */
export function extractAgentReferences(source: string): AgentReferencesFacts {
  const { root, problems } = readXml(source, 'botcomponent_connectionreferenceset');
  const uses = (root ? children(root, 'botcomponent_connectionreference') : []).flatMap((element, index) => {
    const logicalName = attributeText(element, 'connectionreferenceid.connectionreferencelogicalname');
    if (logicalName === undefined) return [];
    const component = attributeText(element, 'botcomponentid.schemaname') ?? '';
    const path = [
      'botcomponent_connectionreferenceset',
      'botcomponent_connectionreference',
      ...(index === 0 ? [] : [index]),
      '@connectionreferenceid.connectionreferencelogicalname',
    ];
    return [{ agent: component.split('.', 1)[0] ?? '', logicalName, place: { path } }];
  });
  return { kind: 'agentReferences', uses, problems };
}

/**
 * `environmentvariabledefinition.xml`. No public solution shows how a data source variable names its reference, so any
 * `…connectionreferencelogicalname` of it counts as a use: that can only keep a reference from being called unused.
 */
export function extractEnvironmentVariable(source: string): EnvironmentVariableFacts {
  const { root, problems } = readXml(source, 'environmentvariabledefinition');
  const schemaName = attributeText(root, 'schemaname');
  return {
    kind: 'environmentVariable',
    schemaName: schemaName ?? '',
    ...(schemaName !== undefined && { schemaNamePath: ['environmentvariabledefinition', '@schemaname'] }),
    hasDefault: childText(root, 'defaultvalue') !== undefined,
    uses: root ? findUses(root) : [],
    problems,
  };
}

/** `environmentvariablevalues.json`: that it holds a value is all that counts. */
export function extractEnvironmentVariableValue(source: string): EnvironmentVariableValueFacts | undefined {
  const { value } = readJson(source);
  const given = get(value, 'environmentvariablevalues', 'environmentvariablevalue');
  const values = Array.isArray(given) ? given : [given];
  return values.some((item) => text(get(item, 'value')) !== undefined)
    ? { kind: 'environmentVariableValue', problems: [] }
    : undefined;
}

function findUses(root: XmlElement): ReferenceUse[] {
  const uses: ReferenceUse[] = [];
  const property = 'connectionreferencelogicalname';
  const visit = (element: XmlElement, path: readonly string[]): void => {
    for (const { name, value } of element.attributes) {
      if (name.endsWith(property)) uses.push({ logicalName: value, place: { path: [...path, `@${name}`] } });
    }
    const value = childText(element, property);
    if (value !== undefined) uses.push({ logicalName: value, place: { path: [...path, property] } });
  };
  visit(root, [root.name]);
  for (const name of ['connectionreferenceid', 'parentconnectionreferenceid']) {
    const element = child(root, name);
    if (element) visit(element, [root.name, name]);
  }
  return uses;
}

function parseOrUndefined(source: string | undefined): unknown {
  if (source === undefined) return undefined;
  try {
    return JSON.parse(source);
  } catch {
    // Written by the platform, so it parses; where somebody broke it, the app just has no uses that can be told.
    return undefined;
  }
}
