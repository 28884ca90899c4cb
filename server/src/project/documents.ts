import type { Path } from '../base/path';
import type { JsonDocument } from '../syntax/json';
import type { XmlDocument } from '../syntax/xml';
import type { FileId } from '../model/place';

/**
 * Gives texts and positioned trees of the workspace's files for those who need places or make edits: of the text in an
 * open editor, else of the text on disk. The engine owns this interface and the host fulfils it, so that the engine itself
 * does no IO. All trees belong to the texts that the snapshot's facts were read from.
 */
export interface Documents {
  /** The text alone, which costs no tree. @returns undefined for a file that can't be read (any more). */
  text(file: FileId): string | undefined;
  /** Of JSON and YAML. @returns undefined for a file that can't be read (any more). */
  json(file: FileId): JsonDocument | undefined;
  /**
   * For those who look up one place: the tree may lack what stands behind it.
   * @returns undefined for a file that can't be read (any more).
   */
  jsonAround(file: FileId, path: Path): JsonDocument | undefined;
  /** @returns undefined for a file that can't be read (any more). */
  xml(file: FileId): XmlDocument | undefined;
  /** Whether a file can't be written, as one in an archive. */
  isReadOnly(file: FileId): boolean;
}

/** Whether a file's tree is that of JSON, which YAML has too; all other files of the workspace are XML. */
export function readsAsJson(file: FileId): boolean {
  return /\.json$/i.test(file) || isYaml(file);
}

export function isYaml(file: FileId): boolean {
  return /\.ya?ml$/i.test(file);
}
