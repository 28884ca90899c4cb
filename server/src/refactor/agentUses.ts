/** The lists in which agents name the connection references that they use. */
import type { TextEdit } from '../base/textEdit';
import { fold } from '../model/names';
import type { FileId } from '../model/place';
import { isYaml } from '../project/documents';
import { nodeAt, property } from '../syntax/json';
import { attribute } from '../syntax/xml';
import { removeElement } from '../syntax/xmlEdit';
import type { Draft } from './draft';
import { removalOf } from './yamlLines';

/** Whoever named two references that are one now would name it twice, which no list of the platform's does. */
export function removeRepeatedUses(draft: Draft, file: FileId, logicalName: string, label: string): void {
  draft.edit(
    file,
    isYaml(file) ? repeatedItems(draft, file, logicalName) : repeatedUses(draft, file, logicalName),
    label,
  );
}

function repeatedItems(draft: Draft, file: FileId, logicalName: string): TextEdit[] {
  const document = draft.json(file);
  const list = document && (nodeAt(document, ['connectionReferences']) ?? document.root);
  if (!document || !list) return [];
  const [, ...repeated] = list.items.filter((item) => {
    const value = property(item, 'connectionReferenceLogicalName')?.value;
    return typeof value === 'string' && fold(value) === fold(logicalName);
  });
  return repeated.map((item) => removalOf(document.text, item));
}

/** Each component of an agent has uses of its own. */
function repeatedUses(draft: Draft, file: FileId, logicalName: string): TextEdit[] {
  const document = draft.xml(file);
  const components = new Set<string>();
  return (document?.root?.children ?? []).flatMap((element) => {
    const name = attribute(element, 'connectionreferenceid.connectionreferencelogicalname')?.value;
    const component = attribute(element, 'botcomponentid.schemaname')?.value;
    if (!document || component === undefined || fold(name ?? '') !== fold(logicalName)) return [];
    if (components.has(fold(component))) return [removeElement(document, element)];
    components.add(fold(component));
    return [];
  });
}
