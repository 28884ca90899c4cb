/** Creating a reference and removing it again gives what was there; converting with new references leaves nothing. */
import type { Workspace } from '../../src/host/workspace';
import type { Solution } from '../../src/project/snapshot';
import { proposeNames } from '../../src/refactor/proposeNames';
import { findingKeys } from './answers';
import { makeChange, planned, restore } from './changes';
import type { Property, Report } from './property';
import { openUnit, type OpenUnit, type Unit } from './units';

export const referencesGoThereAndBack: Property = {
  name: 'a reference that is created is declared and settled, and removing it gives the same texts',
  counted: 'references',
  scopes: ['solution', 'folder'],

  check(unit, report) {
    const open = openUnit(unit);
    const { workspace, crashes } = open;
    for (const { root } of workspace.snapshot.solutions.filter(canDeclare)) {
      const solution = workspace.snapshot.solutions.find((one) => one.root === root);
      if (solution) new Trip(unit, open, solution, report).make();
    }
    crashes.forEach((crash) => report.fail(crash));
  },
};

export const convertingLeavesNothing: Property = {
  name: 'converting everything with new references leaves no direct connection and breaks nothing',
  counted: 'files',
  scopes: ['solution', 'folder', 'whole'],

  check(unit, report) {
    const { workspace, disk, crashes } = openUnit(unit);
    const before = keysWithoutIndexes(workspace);
    const change = planned(workspace, { kind: 'convert', scope: 'workspace', declares: true, creates: true }, report);
    if (!change) return;
    report.count(change.files.length);
    makeChange(workspace, disk, change);
    const left = new Set(change.left.map(({ at }) => at.file));
    for (const key of keysWithoutIndexes(workspace)) {
      // Who makes an entry in a settings file binds it later.
      if (!before.has(key) && !key.startsWith('settings-unbound ')) report.fail(`It adds ${key}`);
      if (key.startsWith('use-connection-references ') && ![...left].some((file) => key.includes(file))) {
        report.fail(`It leaves ${key} and does not say so`);
      }
    }
    crashes.forEach((crash) => report.fail(crash));
  },
};

const afterCreating = ['settings-unbound', 'unused-connection-reference', 'references-to-consolidate'];

class Trip {
  readonly #names: ReturnType<typeof proposeNames>;
  readonly #connector = 'shared_sendmail';

  constructor(
    readonly unit: Unit,
    readonly open: OpenUnit,
    readonly solution: Solution,
    readonly report: Report,
  ) {
    this.#names = proposeNames(open.workspace.snapshot, solution, this.#connector);
  }

  make(): void {
    this.report.count();
    const { solution, report } = this;
    const { workspace, disk } = this.open;
    const findings = keysWithoutIndexes(workspace);
    const request = { kind: 'create', file: solution.file, connector: this.#connector, ...this.#names } as const;
    const created = planned(workspace, request, report);
    if (!created) return;
    const texts = new Map(created.files.map(({ file }) => [file, workspace.texts.text(file)]));
    makeChange(workspace, disk, created);
    this.#expectDeclared();
    for (const key of keysWithoutIndexes(workspace)) {
      const isExpected = findings.has(key) || afterCreating.some((rule) => key.startsWith(`${rule} `));
      if (!isExpected) report.fail(`creating adds ${key}`);
    }
    const removed = planned(workspace, { kind: 'remove-references', references: [this.#names.logicalName] }, report);
    if (removed) makeChange(workspace, disk, removed);
    for (const [file, text] of texts) {
      if (withPlainLists(workspace.texts.text(file)) !== withPlainLists(text))
        report.fail(`${file} is not the same again`);
    }
    restore(workspace, disk, this.unit.files);
  }

  #expectDeclared(): void {
    const { snapshot } = this.open.workspace;
    const [declared, ...others] = snapshot.declarationsOf(this.#names.logicalName);
    const isRight =
      declared?.solution.root === this.solution.root &&
      declared.title === this.#names.displayName &&
      declared.connector === this.#connector;
    if (!isRight || others.length > 0) this.report.fail(`${this.solution.root} does not declare what was asked for`);
    for (const { file, solutions, facts } of snapshot.settings) {
      if (facts.problems.length > 0) continue;
      const isOwn = solutions.some(({ root }) => root === this.solution.root);
      const isNamed = snapshot.bindingsOf(this.#names.logicalName).some(({ settings }) => settings.file === file);
      if (isOwn !== isNamed) this.report.fail(`${file} ${isOwn ? 'does not name' : 'names'} the reference`);
    }
  }
}

function canDeclare({ isManaged, customizations }: Solution): boolean {
  return !isManaged && customizations === 'read';
}

/** A list that was empty is so without white space again. */
function withPlainLists(text: string | undefined): string | undefined {
  return text?.replace(/\[\s+\]/g, '[]');
}

/** What is added moves others in their lists. */
function keysWithoutIndexes(workspace: Workspace): ReadonlySet<string> {
  return new Set([...findingKeys(workspace)].map((key) => key.replace(/\/\d+(?=\/|$)/g, '')));
}
