/** Renaming there and back, and merging in any order. */
import type { Workspace } from '../../src/host/workspace';
import { fold } from '../../src/model/names';
import { isRefusal } from '../../src/refactor/change';
import { plan } from '../../src/refactor/plan';
import type { RefactorRequest } from '../../src/refactor/request';
import { findingKeys } from './answers';
import { differences, makeChange, planned, restore } from './changes';
import type { Property, Report } from './property';
import { openUnit, type OpenUnit, type Unit } from './units';

/** References of one solution are alike, so a part of them will do. */
const mostReferences = 8;

export const renamesGoThereAndBack: Property = {
  name: 'renaming a reference moves no finding, and renaming it back gives the same texts',
  counted: 'references',
  scopes: ['folder'],

  check(unit, report, random) {
    const open = openUnit(unit);
    const names = namesOf(open.workspace);
    for (let i = 0; i < mostReferences && names.length > 0; i++) {
      const [name = ''] = names.splice(random.below(names.length), 1);
      rename(unit, open, name, report);
    }
    open.crashes.forEach((crash) => report.fail(crash));
  },
};

export const mergesHaveNoOrder: Property = {
  name: 'references that are merged in another order give the same texts',
  counted: 'merges',
  scopes: ['folder'],

  check(unit, report) {
    const { workspace } = openUnit(unit);
    for (const { declarations, isManaged } of workspace.snapshot.solutions) {
      if (isManaged) continue;
      const connectors = new Set(declarations.map(({ connector }) => connector));
      for (const connector of connectors) {
        const [into, ...others] = declarations.filter((one) => connector !== undefined && one.connector === connector);
        if (!into || others.length < 2) continue;
        const from = others.map(({ logicalName }) => logicalName);
        const request = { kind: 'merge', into: into.logicalName, from } as const;
        const [one, other] = [request, { ...request, from: from.toReversed() }].map((asked) =>
          textsOf(workspace, asked, report),
        );
        report.count();
        if (one !== other) report.fail(`merging into '${into.logicalName}' depends on the order`);
      }
    }
  },
};

/** Only those that are written alike everywhere can come back as they were. */
function namesOf({ snapshot }: Workspace): string[] {
  return snapshot.solutions
    .filter(({ isManaged }) => !isManaged)
    .flatMap(({ declarations }) => declarations.map(({ logicalName }) => logicalName))
    .filter((name, i, all) => all.findIndex((other) => fold(other) === fold(name)) === i)
    .filter((name) =>
      [
        ...snapshot.usesOf(name).map((use) => (use.by === 'flow' ? use.entry.logicalName : use.logicalName)),
        ...snapshot.bindingsOf(name).map(({ binding }) => binding.logicalName),
      ].every((written) => written === name),
    );
}

function rename({ files }: Unit, { workspace, disk }: OpenUnit, name: string, report: Report): void {
  const other = `${/^[^_]*/.exec(name)?.[0] ?? 'new'}_corpusrenamed`;
  const findings = findingKeys(workspace);
  const there = plan(workspace.snapshot, workspace.documents, { kind: 'rename', from: name, to: other });
  if (isRefusal(there)) {
    // Names in files that can't be changed stay, all of them.
    if (!there.refused.startsWith('Nothing is renamed, since')) report.fail(`'${name}' is refused: ${there.refused}`);
    return;
  }
  report.count();
  makeChange(workspace, disk, there);
  const after = findingKeys(workspace);
  if (after.size !== findings.size)
    report.fail(`renaming '${name}' changes ${findings.size} findings to ${after.size}`);
  if (workspace.snapshot.names.has(fold(name))) report.fail(`'${name}' is still there`);
  const back = planned(workspace, { kind: 'rename', from: other, to: name }, report);
  if (back) makeChange(workspace, disk, back);
  for (const file of differences(disk, files)) {
    report.fail(`${file} is not the same after renaming '${name}' there and back`);
  }
  restore(workspace, disk, files);
}

function textsOf(workspace: Workspace, request: RefactorRequest, report: Report): string {
  const change = planned(workspace, request, report);
  return JSON.stringify(
    change?.files.map(({ file, ...rest }) => [
      file,
      'edits' in rest ? rest.edits.map(({ span, newText }) => [span, newText]) : rest,
    ]),
  );
}
