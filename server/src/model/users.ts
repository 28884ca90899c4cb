/** Reads who else uses connection references: canvas apps, agents, environment variables. */
import { child, children, type XmlElement } from '../syntax/xml';
import type { AgentReferencesFacts, CanvasAppFacts, EnvironmentVariableFacts, ReferenceUse } from './facts';
import { get, isRecord, text } from './json';
import { connectorName } from './names';
import { attributeText, childText, readXml } from './xml';

/** `CanvasApps/<name>.meta.xml`: its `ConnectionReferences` element holds JSON. */
export function extractCanvasApp(source: string): CanvasAppFacts {
  const { root, problems } = readXml(source, 'CanvasApp');
  const name = childText(root, 'DisplayName') ?? childText(root, 'Name') ?? '';
  const references = parseOrUndefined(childText(root, 'ConnectionReferences'));
  const path = ['CanvasApp', 'ConnectionReferences'];
  const uses: ReferenceUse[] = [];
  const unnamedConnectors: string[] = [];
  for (const reference of Object.values(isRecord(references) ? references : {})) {
    const logicalName = text(get(reference, 'xrmConnectionReferenceLogicalName'));
    const connector = connectorName(text(get(reference, 'id')) ?? '');
    if (logicalName !== undefined) uses.push({ logicalName, place: { path, part: logicalName, behind: '"' } });
    else if (connector !== undefined) unnamedConnectors.push(connector);
  }
  return { kind: 'canvasApp', name, uses, unnamedConnectors, problems };
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
  const schemaName = attributeText(root, 'schemaname') ?? '';
  return { kind: 'environmentVariable', schemaName, uses: root ? findUses(root) : [], problems };
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
