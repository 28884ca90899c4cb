/** What the path of a flow's file tells of it: its name and its GUID. */
import { isPackagedFlow } from '../model/fileKind';
import { baseName, foldGuid, parentFolder } from '../model/names';
import type { FileId } from '../model/place';

const guidAtEnd = /-?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

/** `Workflows/Notify-3F2A….json` → `3f2a…`. Folders of a package have GUIDs too, but not those of their flows. */
export function guidInPath(file: FileId): string | undefined {
  if (isPackagedFlow(file)) return undefined;
  const folder = parentFolder(file);
  // A flow of the YAML source layout may lie in a folder that is named by the GUID alone.
  const name = /(^|\/)modernflows\/[^/]+$/i.test(folder) ? baseName(folder) : '';
  const guid = (guidAtEnd.exec(tellingName(file)) ?? guidAtEnd.exec(name))?.[1];
  return guid === undefined ? undefined : foldGuid(guid);
}

/** `Workflows/Notify-3F2A….json` → `Notify`. */
export function nameInPath(file: FileId): string {
  const name = tellingName(file);
  return name.replace(guidAtEnd, '') || name;
}

/** Files that have the same name in every flow's folder say nothing: there the folder does. */
function tellingName(file: FileId): string {
  const name = baseName(file).replace(/\.json$/i, '');
  return /^(definition|workflow)$/i.test(name) ? baseName(parentFolder(file)) || name : name;
}
