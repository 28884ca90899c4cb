/** Tries every property on every unit and counts. */
import type { FileId } from '../../src/model/place';
import { brokenPiecesStayAlone } from './brokenPieces';
import { encodingsDoNotMatter } from './encodings';
import { incrementalEqualsFromScratch } from './incremental';
import { convertedSolutionsPack } from './packing';
import { mergesHaveNoOrder, renamesGoThereAndBack } from './renaming';
import { occurrencesFitTogether } from './occurrences';
import { placesHoldTheirNames } from './places';
import type { Property } from './property';
import { randomFrom } from './random';
import { convertingLeavesNothing, referencesGoThereAndBack } from './references';
import { settingsFollowTheirSolutions } from './settings';
import { editsGoThereAndBack } from './thereAndBack';
import { readUnits, type Unit } from './units';

const properties: readonly Property[] = [
  placesHoldTheirNames,
  occurrencesFitTogether,
  editsGoThereAndBack,
  referencesGoThereAndBack,
  convertingLeavesNothing,
  incrementalEqualsFromScratch,
  encodingsDoNotMatter,
  brokenPiecesStayAlone,
  settingsFollowTheirSolutions,
  renamesGoThereAndBack,
  mergesHaveNoOrder,
  convertedSolutionsPack,
];

export interface PropertyResult {
  readonly property: Property;
  readonly passed: number;
  readonly checked: number;
  readonly milliseconds: number;
  /** One for each unit on which the property does not hold. */
  readonly failures: readonly { readonly unit: Unit; readonly messages: readonly string[] }[];
}

/**
 * It yields after each property, so that a caller can show how far it is.
 * @param folder absolute, with `/`.
 * @param leftOut folders below it that do not count.
 */
export function* runProperties(folder: FileId, leftOut: readonly FileId[] = []): Generator<PropertyResult, void> {
  const units = readUnits(folder, leftOut);
  for (const property of properties) {
    const start = performance.now();
    const failures: { unit: Unit; messages: readonly string[] }[] = [];
    let checked = 0;
    const chosen = units.filter(({ scope }) => property.scopes.includes(scope));
    for (const unit of chosen) {
      const messages: string[] = [];
      const report = { count: (n = 1) => void (checked += n), fail: (message: string) => void messages.push(message) };
      try {
        // The seed is a path below the folder, so that it does not matter where the folder lies.
        property.check(unit, report, randomFrom(`${property.name} ${unit.scope} ${unit.root.slice(folder.length)}`));
      } catch (error) {
        messages.push(`It threw: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      }
      if (messages.length > 0) failures.push({ unit, messages });
    }
    const passed = chosen.length - failures.length;
    yield { property, passed, checked, milliseconds: performance.now() - start, failures };
  }
}
