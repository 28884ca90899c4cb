/** An update of settings adds what is missing, takes away what is stale when asked to, and changes nothing else. */
import type { Workspace } from '../../src/host/workspace';
import { fold } from '../../src/model/names';
import type { FileId } from '../../src/model/place';
import { connectorMismatches } from '../../src/project/settingsGaps';
import { Draft } from '../../src/refactor/draft';
import { removeSettingsEntries } from '../../src/refactor/settingsEntries';
import { removeSettingsVariables } from '../../src/refactor/settingsVariables';
import type { MemoryFileSystem } from '../memoryFileSystem';
import { findingKey } from './answers';
import { planned, writeTo } from './changes';
import type { Property, Report } from './property';
import { openOn, openUnit } from './units';

export const settingsFollowTheirSolutions: Property = {
  name: 'updated settings lack nothing, keep all else byte for byte, and need no second update',
  counted: 'settings files',
  scopes: ['solution', 'folder', 'whole'],

  check(unit, report) {
    for (const removesStale of [false, true]) {
      const { workspace, disk, crashes } = openUnit(unit);
      const files = workspace.snapshot.settings.map(({ file }) => file);
      if (files.length === 0) return;
      report.count(files.length);
      const before = findingsOf(workspace);
      const mismatched = new Set(
        workspace.snapshot.settings.flatMap((settings) =>
          connectorMismatches(workspace.snapshot, settings).length > 0 ? [settings.file] : [],
        ),
      );
      const changed = update(workspace, disk, removesStale, report);
      const after = openOn(disk, unit.root);
      for (const file of changed) {
        if (!mismatched.has(file)) expectOnlyEntries(workspace, after.workspace, file, removesStale, report);
      }
      expectFindings(after.workspace, before, removesStale, report);
      const again = update(after.workspace, disk, removesStale, report);
      if (again.length > 0) report.fail(`a second update changes ${again.join(', ')}`);
      [...crashes, ...after.crashes].forEach((crash) => report.fail(crash));
    }
  },
};

/** Updates all settings on the disk, and gives the files that changed. */
function update(workspace: Workspace, disk: MemoryFileSystem, removesStale: boolean, report: Report): FileId[] {
  const change = planned(workspace, { kind: 'update-settings', removesStale }, report);
  if (!change) return [];
  for (const { kind, file } of change.files) {
    if (kind !== 'edit' || !workspace.snapshot.settingsAt(file)) report.fail(`it changes ${file}`);
  }
  writeTo(disk, workspace, change);
  return change.files.map(({ file }) => file);
}

/** Without the entries that were added, the text is what it was; without those that went, so is what is in it. */
function expectOnlyEntries(
  before: Workspace,
  after: Workspace,
  file: FileId,
  removesStale: boolean,
  report: Report,
): void {
  const [old, now] = [before.snapshot.settingsAt(file)?.facts, after.snapshot.settingsAt(file)?.facts];
  if (!old || !now) {
    report.fail(`${file} is no settings file any more`);
    return;
  }
  if (now.problems.length > 0) report.fail(`${file} is broken afterwards`);
  const references = new Set(old.bindings.map(({ logicalName }) => fold(logicalName)));
  const variables = new Set(old.variables.map(({ schemaName }) => fold(schemaName)));
  const draft = new Draft(after.snapshot, after.documents);
  const addedReferences = now.bindings
    .map(({ logicalName }) => logicalName)
    .filter((name) => !references.has(fold(name)));
  const addedVariables = now.variables.map(({ schemaName }) => schemaName).filter((name) => !variables.has(fold(name)));
  removeSettingsEntries(draft, file, addedReferences);
  removeSettingsVariables(draft, file, addedVariables);
  const [is, was] = [draft.text(file) ?? '', before.texts.text(file) ?? ''];
  if (!removesStale) {
    if (squeezed(is) !== squeezed(was)) report.fail(`${file} has changed besides what was added`);
    return;
  }
  const kept = new Set([
    ...now.bindings.map(({ logicalName }) => fold(logicalName)),
    ...now.variables.map(({ schemaName }) => fold(schemaName)),
  ]);
  if (JSON.stringify(JSON.parse(is)) !== JSON.stringify(withEntries(JSON.parse(was), kept))) {
    report.fail(`${file} has changed besides what was added and removed`);
  }
}

/** Empty lists look alike once something was in them. */
function squeezed(text: string): string {
  return text.replace(/\[\s*\]/g, '[]');
}

/** The value without the entries that have other names. */
function withEntries(value: unknown, names: ReadonlySet<string>): unknown {
  const isKept = (item: unknown): boolean => {
    const entry = (item ?? {}) as Readonly<Record<string, unknown>>;
    const name = entry.LogicalName ?? entry.SchemaName ?? entry.connectionReferenceLogicalName;
    return typeof name !== 'string' || names.has(fold(name));
  };
  if (Array.isArray(value)) return value.filter(isKept);
  return Object.fromEntries(
    Object.entries(value as object).map(([key, list]: [string, unknown]) => [
      key,
      Array.isArray(list) ? list.filter(isKept) : list,
    ]),
  );
}

function expectFindings(after: Workspace, before: ReadonlySet<string>, removesStale: boolean, report: Report): void {
  for (const finding of findingsOf(after)) {
    const [rule = '', file = ''] = finding.split(' ');
    const isBroken = (after.snapshot.files.get(file)?.problems.length ?? 0) > 0;
    if (rule.startsWith('settings-missing-') && !isBroken) report.fail(`it leaves ${finding}`);
    if (removesStale && rule.startsWith('settings-unknown-') && !isBroken) report.fail(`it leaves ${finding}`);
    if (rule !== 'settings-unbound' && !before.has(finding)) report.fail(`it adds ${finding}`);
  }
}

/** In settings with their words, which name the entry: its place in the list may be another one afterwards. */
function findingsOf(workspace: Workspace): Set<string> {
  const findings = [...workspace.snapshot.files.keys()].flatMap((file) => workspace.findingsOf(file));
  return new Set(
    findings.map((finding) => {
      const { rule, file, message } = finding;
      return workspace.snapshot.settingsAt(file) ? `${rule.id} ${file} ${message}` : findingKey(finding);
    }),
  );
}
