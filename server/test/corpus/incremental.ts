/** A workspace that was told of changes one by one says the same as one that is opened afterwards. */
import type { Workspace } from '../../src/host/workspace';
import type { FileId } from '../../src/model/place';
import { decode } from '../../src/syntax/encoding';
import { parentFolder } from '../../src/model/names';
import type { MemoryFileSystem } from '../memoryFileSystem';
import { allFindings, firstDifference, structure } from './answers';
import { withoutPiece } from './brokenPieces';
import type { Property } from './property';
import type { Random } from './random';
import { openOn, openUnit, type Unit } from './units';

const rounds = 6;
const stepsOfRound = 8;

export const incrementalEqualsFromScratch: Property = {
  name: 'changes one by one give the same as opening afterwards',
  counted: 'changes',
  scopes: ['solution', 'folder'],

  check(unit, report, random) {
    const { workspace, disk, crashes } = openUnit(unit);
    const history: string[] = [];
    for (let round = 0; round < rounds; round++) {
      for (let step = 0; step < stepsOfRound; step++) {
        history.push(change(unit, workspace, disk, random));
        report.count();
      }
      const fresh = openOn(disk, unit.root);
      for (const file of workspace.texts.openFiles()) {
        const open = workspace.texts.openText(file);
        if (open) fresh.workspace.setOpenText(file, open);
      }
      const difference =
        firstDifference(structure(workspace), structure(fresh.workspace)) ??
        firstDifference(allFindings(workspace), allFindings(fresh.workspace));
      if (difference === undefined) continue;
      report.fail(`after ${history.slice(-stepsOfRound).join('; ')}: ${difference}`);
      break;
    }
    crashes.forEach((crash) => report.fail(crash));
  },
};

/** Makes one random change and gives what it was. Now and then somebody asks, so that there is something to forget. */
function change(unit: Unit, workspace: Workspace, disk: MemoryFileSystem, random: Random): string {
  const files = [...unit.files.keys()];
  const file = random.pick(files);
  const bytes = unit.files.get(file) ?? new Uint8Array();
  const changed = (): string => (random.below(3) === 0 ? decode(bytes).text : withoutPiece(decode(bytes).text, random));
  switch (random.below(8)) {
    case 0:
    case 1:
      workspace.setOpenText(file, { text: changed(), version: 1 });
      return `opened or changed ${file}`;
    case 2:
      for (const open of workspace.texts.openFiles().slice(0, 2)) workspace.closeText(open);
      return 'closed two';
    case 3:
      disk.write(file, changed(), decode(bytes).encoding);
      workspace.filesChanged([file]);
      return `wrote ${file}`;
    case 4:
      disk.remove(file);
      workspace.filesChanged([file]);
      return `removed ${file}`;
    case 5: {
      const folder = parentFolder(file);
      disk.remove(folder);
      workspace.filesChanged([folder]);
      return `removed ${folder}`;
    }
    case 6: {
      const folder = parentFolder(file);
      restore(unit, disk, folder);
      workspace.filesChanged([folder]);
      return `restored ${folder}`;
    }
    default:
      for (const known of workspace.snapshot.files.keys()) workspace.findingsOf(known);
      return 'asked for all findings';
  }
}

function restore(unit: Unit, disk: MemoryFileSystem, folder: FileId): void {
  for (const [file, bytes] of unit.files) if (file.startsWith(`${folder}/`)) disk.write(file, bytes);
}
