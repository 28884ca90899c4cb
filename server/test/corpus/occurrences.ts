/** What stands for a thing holds its name, leads to where it is declared, and is found from there again. */
import { isEqual } from '../../src/base/equal';
import { definitionAt } from '../../src/features/definition';
import type { Occurrence } from '../../src/project/occurrence';
import { occurrencesIn } from '../../src/project/occurrencesIn';
import { occurrencesOf } from '../../src/project/occurrences';
import { subjectAt } from '../../src/project/subject';
import { foldGuid } from '../../src/model/names';
import type { FileId, FilePlace } from '../../src/model/place';
import { locate } from '../../src/project/locate';
import type { Workspace } from '../../src/host/workspace';
import type { Property, Report } from './property';
import { unescapedTextAt } from './places';
import { openUnit } from './units';

/** Each is looked for in all files. */
const mostLookedFor = 150;

export const occurrencesFitTogether: Property = {
  name: 'every occurrence holds its name, and each definition is among its references',
  counted: 'occurrences',
  scopes: ['solution', 'whole'],

  check(unit, report) {
    const { workspace, crashes } = openUnit(unit);
    const { snapshot } = workspace;
    /** Things that many files name are looked for once. */
    const looked = new Set<string>();
    for (const file of snapshot.files.keys()) {
      for (const occurrence of occurrencesIn(snapshot, file)) {
        report.count();
        checkName(workspace, file, occurrence, report);
        checkSubject(workspace, file, occurrence, report);
        const thing = describe(occurrence);
        if (looked.has(thing) || looked.size === mostLookedFor) continue;
        looked.add(thing);
        checkDefinition(workspace, file, occurrence, report);
      }
    }
    crashes.forEach((crash) => report.fail(crash));
  },
};

function checkName(workspace: Workspace, file: FileId, { place, name, subject }: Occurrence, report: Report): void {
  const found = unescapedTextAt(workspace, { file, place });
  const isName = subject.kind === 'flow' ? foldGuid(found) === foldGuid(name) : found === name;
  if (!isName) report.fail(`${file} ${JSON.stringify(place)}: '${found}' is not '${name}'`);
}

/** Asking at the place gives what stands there. */
function checkSubject(workspace: Workspace, file: FileId, { place, subject }: Occurrence, report: Report): void {
  const { snapshot, documents } = workspace;
  const { start } = locate(documents, { file, place });
  const found = subjectAt(snapshot, documents, file, start);
  const { span, ...thing } = found ?? { span: undefined };
  if (!span || !isEqual(thing, subject)) report.fail(`${file} ${JSON.stringify(place)}: not found at its place`);
}

function checkDefinition(workspace: Workspace, file: FileId, { place, subject }: Occurrence, report: Report): void {
  const { snapshot, documents } = workspace;
  if (subject.kind === 'files' || subject.kind === 'environment') return;
  const { start } = locate(documents, { file, place });
  const targets = definitionAt(snapshot, documents, file, start)?.targets ?? [];
  const all = occurrencesOf(snapshot, documents, subject);
  for (const target of targets) {
    const isReference = all.some((one) => one.file === target.file && isEqual(one.place, target.place));
    if (!isReference) report.fail(`${file} ${JSON.stringify(place)}: ${describePlace(target)} is no reference of it`);
  }
}

function describe({ subject, role }: Occurrence): string {
  return `${role} ${JSON.stringify(subject.kind === 'key' ? [subject.flow.file, subject.key] : subject)}`;
}

function describePlace({ file, place }: FilePlace): string {
  return `${file} ${JSON.stringify(place)}`;
}
