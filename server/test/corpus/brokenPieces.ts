/** A text with a piece missing never throws, and what can't be read makes no other file look wrong. */
import { locate } from '../../src/project/locate';
import { decode } from '../../src/syntax/encoding';
import { allFindings, findingKeys, firstDifference } from './answers';
import type { Property } from './property';
import type { Random } from './random';
import { openUnit, textFiles } from './units';

const piecesOfUnit = 25;

export const brokenPiecesStayAlone: Property = {
  name: 'a text with a piece missing throws nothing and adds no finding to other files',
  counted: 'pieces',
  scopes: ['solution'],

  check(unit, report, random) {
    const { workspace, crashes } = openUnit(unit);
    const files = textFiles(unit, workspace);
    const findingsBefore = allFindings(workspace);
    const keysBefore = findingKeys(workspace);
    for (let i = 0; i < piecesOfUnit; i++) {
      const file = random.pick(files);
      const { text } = decode(unit.files.get(file) ?? new Uint8Array());
      const broken = withoutPiece(text, random);
      workspace.setOpenText(file, { text: broken, version: i + 1 });
      report.count();
      for (const finding of workspace.findingsOf(file)) {
        const { start, end } = locate(workspace.documents, finding);
        if (start > end || end > broken.length) report.fail(`${file}: ${finding.rule.id} lies outside of the text`);
      }
      // Without a problem, what is left is a sound file that says something else.
      const isBroken = (workspace.snapshot.files.get(file)?.problems.length ?? 0) > 0;
      const added = [...findingKeys(workspace)].filter((key) => !keysBefore.has(key) && !key.includes(file));
      if (isBroken && added[0] !== undefined)
        report.fail(`${describePiece(text, broken)} missing in ${file} adds ${added[0]}`);
      workspace.closeText(file);
    }
    const difference = firstDifference(allFindings(workspace), findingsBefore);
    if (difference !== undefined) report.fail(`after all was closed: ${difference}`);
    crashes.forEach((crash) => report.fail(crash));
  },
};

/** Takes out a random piece: mostly a short one, sometimes all up to the end. */
export function withoutPiece(text: string, random: Random): string {
  const start = random.below(text.length + 1);
  const length = random.below(4) === 0 ? random.below(text.length - start + 1) : 1 + random.below(40);
  return text.slice(0, start) + text.slice(start + length);
}

function describePiece(text: string, broken: string): string {
  let start = 0;
  while (start < broken.length && text[start] === broken[start]) start++;
  return `${text.length - broken.length} characters at ${start}`;
}
