/** Reads `Customizations.xml`: the connection references that a solution declares, and an extracted zip's flow metadata. */
import type { Path } from '../base/path';
import { child, children, type XmlElement } from '../syntax/xml';
import type { CustomizationsFacts, Declaration } from './facts';
import { isCloudFlow, readFlowMetadata } from './flowMetadata';
import { attributeText, childText, readXml } from './xml';

const rootName = 'ImportExportXml';

/** Reads any text; declarations without a logical name are left out. */
export function extractCustomizations(source: string): CustomizationsFacts {
  const { root, problems } = readXml(source, rootName);
  const references = root && child(root, 'connectionreferences');
  const workflows = root && child(root, 'Workflows');
  return {
    kind: 'customizations',
    declarations: references
      ? children(references, 'connectionreference').flatMap((element, index) => readDeclaration(element, index))
      : [],
    flows: workflows ? children(workflows, 'Workflow').filter(isCloudFlow).map(readFlowMetadata) : [],
    problems,
  };
}

function readDeclaration(element: XmlElement, index: number): Declaration[] {
  const logicalName = attributeText(element, 'connectionreferencelogicalname');
  if (logicalName === undefined) return [];
  const displayName = childText(element, 'connectionreferencedisplayname');
  const description = childText(element, 'description');
  const connectorId = childText(element, 'connectorid');
  return [
    {
      logicalName,
      ...(displayName !== undefined && { displayName }),
      ...(description !== undefined && { description }),
      ...(connectorId !== undefined && { connectorId }),
      isCustomConnector: child(element, 'customconnectorid') !== undefined,
      path: declarationPath(index),
    },
  ];
}

function declarationPath(index: number): Path {
  const path = [rootName, 'connectionreferences', 'connectionreference'];
  return index === 0 ? path : [...path, index];
}
