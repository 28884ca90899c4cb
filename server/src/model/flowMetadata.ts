/** Reads what a packer says of a flow: `<Workflow>` in a `.data.xml`, or in the customizations of an extracted zip. */
import type { Path } from '../base/path';
import type { XmlElement } from '../syntax/xml';
import type { FlowMetadata, FlowMetadataFacts } from './facts';
import { foldGuid } from './names';
import { attributeText, childText, readXml } from './xml';

/** `Category` of a cloud flow; all others are classic workflows, business rules and the like. */
const cloudFlowCategory = '5';

/** Reads any text; a file without a `<Workflow>` gives metadata that say nothing. */
export function extractFlowMetadata(source: string): FlowMetadataFacts {
  const { root, problems } = readXml(source, 'Workflow');
  const path = ['Workflow'];
  const metadata = root ? readFlowMetadata(root, path) : { path, isAgentFlow: false, isCloudFlow: false };
  return { kind: 'flowMetadata', metadata, problems };
}

/**
 * @param workflow a `<Workflow>` element.
 * @param path where it stands.
 */
export function readFlowMetadata(workflow: XmlElement, path: Path): FlowMetadata {
  const guid = attributeText(workflow, 'WorkflowId');
  const name = attributeText(workflow, 'Name');
  const jsonFileName = childText(workflow, 'JsonFileName');
  const stateCode = childText(workflow, 'StateCode');
  return {
    path,
    ...(guid !== undefined && { guid: foldGuid(guid) }),
    ...(name !== undefined && { name }),
    ...(jsonFileName !== undefined && { jsonFileName }),
    ...(stateCode !== undefined && { isOn: stateCode === '1' }),
    isCloudFlow: childText(workflow, 'Category') === cloudFlowCategory,
    isAgentFlow: childText(workflow, 'ModernFlowType') === '1',
  };
}
