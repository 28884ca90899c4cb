/** Reads custom connectors: `Connectors/<name>.xml`, or the same element in the customizations of an extracted zip. */
import type { Path } from '../base/path';
import type { XmlElement } from '../syntax/xml';
import type { ConnectorFacts, CustomConnector } from './facts';
import { foldGuid } from './names';
import { childText, readXml } from './xml';

/** Reads any text; a file without a name is no connector. */
export function extractConnector(source: string): ConnectorFacts {
  const { root, problems } = readXml(source, 'Connector');
  const connector = root && readConnector(root, ['Connector']);
  return { kind: 'connector', ...(connector && { connector }), problems };
}

/**
 * @param element a `<Connector>`.
 * @param path where it stands.
 */
export function readConnector(element: XmlElement, path: Path): CustomConnector | undefined {
  const name = childText(element, 'name');
  const displayName = childText(element, 'displayname');
  const guid = childText(element, 'connectorid');
  return name === undefined
    ? undefined
    : {
        name,
        path,
        ...(displayName !== undefined && { displayName }),
        ...(guid !== undefined && { guid: foldGuid(guid) }),
      };
}
