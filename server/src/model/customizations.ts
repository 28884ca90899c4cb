/** Reads `Customizations.xml`: the connection references that a solution declares, and an extracted zip's flow metadata. */
import type { Path } from '../base/path';
import { child, children, type XmlElement } from '../syntax/xml';
import type { CustomizationsFacts, Declaration } from './facts';
import { readDisablingComments } from './disablingComments';
import { readConnector } from './connector';
import { readFlowMetadata } from './flowMetadata';
import { foldGuid } from './names';
import { readCanvasApp } from './users';
import { childText, findInXml, readXml, type FoundProperty } from './xml';

const rootName = 'ImportExportXml';

/** Reads any text; declarations without a logical name are left out. */
export function extractCustomizations(source: string): CustomizationsFacts {
  const { root, problems } = readXml(source, rootName);
  const references = root && child(root, 'connectionreferences');
  const workflows = root && child(root, 'Workflows');
  const connectors = root && child(root, 'Connectors');
  const apps = root && child(root, 'CanvasApps');
  return {
    kind: 'customizations',
    declarations: references
      ? children(references, 'connectionreference').flatMap((element, index) =>
          readDeclaration(element, itemPath('connectionreferences', 'connectionreference', index)),
        )
      : [],
    flows: workflows
      ? children(workflows, 'Workflow').map((flow, index) =>
          readFlowMetadata(flow, itemPath('Workflows', 'Workflow', index)),
        )
      : [],
    apps: apps
      ? children(apps, 'CanvasApp').map((app, index) => readCanvasApp(app, itemPath('CanvasApps', 'CanvasApp', index)))
      : [],
    connectors: connectors
      ? children(connectors, 'Connector').flatMap(
          (element, index) => readConnector(element, itemPath('Connectors', 'Connector', index)) ?? [],
        )
      : [],
    disablingComments: readDisablingComments(source, root),
    problems,
  };
}

/**
 * @param element a `<connectionreference>`.
 * @param path where it stands.
 */
export function readDeclaration(element: XmlElement, path: Path): Declaration[] {
  const customConnector = child(element, 'customconnectorid');
  const guid = childText(customConnector, 'connectorid');
  const declaration = declarationOf((name) => findInXml(element, name), path, customConnector && { guid });
  return declaration ? [declaration] : [];
}

/**
 * Puts a declaration together.
 * @param find gives a property by its name.
 * @param customConnector undefined for a connector of Microsoft's or of a publisher.
 * @returns undefined without a logical name.
 */
export function declarationOf(
  find: (name: string) => FoundProperty | undefined,
  path: Path,
  customConnector?: { readonly guid: string | undefined },
): Declaration | undefined {
  const logicalName = find('connectionreferencelogicalname');
  if (logicalName === undefined) return undefined;
  const displayName = find('connectionreferencedisplayname');
  const description = find('description')?.text;
  const connectorId = find('connectorid');
  const stateCode = find('statecode')?.text;
  const statusCode = find('statuscode')?.text;
  return {
    logicalName: logicalName.text,
    logicalNamePath: [...path, logicalName.as],
    ...(displayName && { displayName: displayName.text, displayNamePath: [...path, displayName.as] }),
    ...(description !== undefined && { description }),
    ...(connectorId && { connectorId: connectorId.text, connectorIdPath: [...path, connectorId.as] }),
    isCustomConnector: customConnector !== undefined,
    ...(customConnector?.guid !== undefined && { customConnectorGuid: foldGuid(customConnector.guid) }),
    ...(stateCode !== undefined && { stateCode }),
    ...(statusCode !== undefined && { statusCode }),
    path,
  };
}

function itemPath(list: string, name: string, index: number): Path {
  const path = [rootName, list, name];
  return index === 0 ? path : [...path, index];
}
