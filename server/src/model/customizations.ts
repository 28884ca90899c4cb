/** Reads `Customizations.xml`: the connection references that a solution declares, and an extracted zip's flow metadata. */
import type { Path } from '../base/path';
import { child, children, type XmlElement } from '../syntax/xml';
import type { CustomizationsFacts, Declaration } from './facts';
import { readDisablingComments } from './disablingComments';
import { readConnector } from './connector';
import { readFlowMetadata } from './flowMetadata';
import { foldGuid } from './names';
import { readCanvasApp } from './users';
import { attributeText, childText, readXml } from './xml';

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
      ? children(references, 'connectionreference').flatMap((element, index) => readDeclaration(element, index))
      : [],
    flows: workflows ? children(workflows, 'Workflow').map(readFlowMetadata) : [],
    apps: apps ? children(apps, 'CanvasApp').map((app, index) => readCanvasApp(app, appPath(index))) : [],
    connectors: connectors ? children(connectors, 'Connector').flatMap((element) => readConnector(element) ?? []) : [],
    disablingComments: readDisablingComments(source, root),
    problems,
  };
}

function readDeclaration(element: XmlElement, index: number): Declaration[] {
  const read = (name: string): string | undefined => attributeText(element, name) ?? childText(element, name);
  const customConnector = child(element, 'customconnectorid');
  const guid = childText(customConnector, 'connectorid');
  const declaration = declarationOf(read, declarationPath(index), customConnector && { guid });
  return declaration ? [declaration] : [];
}

/**
 * Puts a declaration together.
 * @param read gives an attribute or the text of a child by its name.
 * @param customConnector undefined for a connector of Microsoft's or of a publisher.
 * @returns undefined without a logical name.
 */
export function declarationOf(
  read: (name: string) => string | undefined,
  path: Path,
  customConnector?: { readonly guid: string | undefined },
): Declaration | undefined {
  const logicalName = read('connectionreferencelogicalname');
  if (logicalName === undefined) return undefined;
  const displayName = read('connectionreferencedisplayname');
  const description = read('description');
  const connectorId = read('connectorid');
  const stateCode = read('statecode');
  const statusCode = read('statuscode');
  return {
    logicalName,
    ...(displayName !== undefined && { displayName }),
    ...(description !== undefined && { description }),
    ...(connectorId !== undefined && { connectorId }),
    isCustomConnector: customConnector !== undefined,
    ...(customConnector?.guid !== undefined && { customConnectorGuid: foldGuid(customConnector.guid) }),
    ...(stateCode !== undefined && { stateCode }),
    ...(statusCode !== undefined && { statusCode }),
    path,
  };
}

function appPath(index: number): Path {
  const path = [rootName, 'CanvasApps', 'CanvasApp'];
  return index === 0 ? path : [...path, index];
}

function declarationPath(index: number): Path {
  const path = [rootName, 'connectionreferences', 'connectionreference'];
  return index === 0 ? path : [...path, index];
}
