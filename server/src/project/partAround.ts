/** The parts of a file that a position lies in: for those who want more around it than the name that stands there. */
import { isBelow, type Path } from '../base/path';
import type { Binding, ConnectionEntry, Step } from '../model/facts';
import type { FileId } from '../model/place';
import { nodeAtOffset, pathOf } from '../syntax/json';
import { isYaml, readsAsJson, type Documents } from './documents';
import { entryPath, type Flow, type SettingsFile } from './snapshot';

/** Of a JSON file; undefined elsewhere. */
export function pathAt(documents: Documents, file: FileId, offset: number): Path | undefined {
  const document = readsAsJson(file) && !isYaml(file) ? documents.json(file) : undefined;
  const found = document && nodeAtOffset(document, offset);
  return found && pathOf(found.node);
}

/** The innermost step with a connection. */
export function stepAround({ facts }: Flow, path: Path): Step | undefined {
  return facts.steps
    .filter((step) => step.key && isBelow(path, step.path))
    .sort((a, b) => b.path.length - a.path.length)[0];
}

export function entryAround({ facts }: Flow, path: Path): ConnectionEntry | undefined {
  return facts.entries.find(({ key }) => isBelow(path, entryPath(key)));
}

export function bindingAround({ facts }: SettingsFile, path: Path): Binding | undefined {
  return facts.bindings.find(({ logicalNamePath }) => isBelow(path, logicalNamePath.slice(0, -1)));
}
