/** Which fixes an editor offers, alone and for larger scopes, and the changes that they make. */
import type { L10n } from '../base/l10n';
import type { FileId } from '../model/place';
import type { Documents } from '../project/documents';
import type { Snapshot } from '../project/snapshot';
import type { Change } from '../refactor/change';
import { Draft } from '../refactor/draft';
import type { RefactorRequest } from '../refactor/request';
import type { Finding, Fix, FixGroup } from '../rules/rule';

/** What code actions need to know of the workspace. */
export interface Findings {
  readonly snapshot: Snapshot;
  /** Whether a file can't be written. */
  readonly isReadOnly: (file: FileId) => boolean;
  findingsOf(file: FileId): readonly Finding[];
}

export interface Action {
  readonly title: string;
  /** The finding that it was offered for. */
  readonly finding: Finding;
  readonly isPreferred: boolean;
  /** Whether it reaches beyond this file, so that people want to see it before it is made. */
  readonly needsPreview: boolean;
  /** What an editor that can ask people asks for instead. */
  readonly request?: RefactorRequest;
  change(documents: Documents): Change;
}

export type FixScope = 'flow' | 'solution' | 'workspace';

const scopes: readonly FixScope[] = ['flow', 'solution', 'workspace'];

/** What is done, and where. A text for both, since not every language can put them together from parts. */
function titleOf(l10n: L10n, group: FixGroup, scope: FixScope): string {
  const titles: Readonly<Record<FixGroup, Readonly<Record<FixScope, string>>>> = {
    'use-reference': {
      flow: l10n.t('Use the best connection reference for each connection in this flow'),
      solution: l10n.t('Use the best connection reference for each connection in this solution'),
      workspace: l10n.t('Use the best connection reference for each connection in the workspace'),
    },
    'remove-connections': {
      flow: l10n.t('Remove connections so connection references can be added in this flow'),
      solution: l10n.t('Remove connections so connection references can be added in this solution'),
      workspace: l10n.t('Remove connections so connection references can be added in the workspace'),
    },
    'correct-name': {
      flow: l10n.t('Correct the names in this flow'),
      solution: l10n.t('Correct the names in this solution'),
      workspace: l10n.t('Correct the names in the workspace'),
    },
    'update-settings': {
      flow: l10n.t('Bring the settings up to date in this flow'),
      solution: l10n.t('Bring the settings up to date in this solution'),
      workspace: l10n.t('Bring the settings up to date in the workspace'),
    },
  };
  return titles[group][scope];
}

/** Fixes for findings: those of each finding, best first, then those for larger scopes where there is more to fix. */
export function actionsFor(workspace: Findings, findings: readonly Finding[], l10n: L10n): readonly Action[] {
  const own = findings.flatMap((finding) => fixesOf(finding).map((fix) => actionOf(workspace, finding, fix)));
  return [...own, ...scopedActions(workspace, findings, l10n)];
}

/**
 * All fixes of one group in a scope around a file, each finding's best one.
 * @param file in the flow or solution; not needed for the workspace.
 */
export function fixAll(
  workspace: Findings,
  documents: Documents,
  group: FixGroup,
  scope: FixScope,
  file: FileId | undefined,
  l10n: L10n,
): Change {
  return changeOf(workspace, documents, titleOf(l10n, group, scope), findFixes(workspace, group, scope, file));
}

/** The fixes of a file that leave nothing to decide: what `source.fixAll.connref` makes. */
export function safeFixes(workspace: Findings, documents: Documents, file: FileId, l10n: L10n): Change {
  // What can't be read in full is for a person to mend first.
  const findings = workspace.snapshot.files.get(file)?.problems.length === 0 ? workspace.findingsOf(file) : [];
  const fixes = findings.flatMap((finding) => fixesOf(finding).find(({ isSafe }) => isSafe) ?? []);
  return changeOf(workspace, documents, l10n.t('Fix all that leaves nothing to decide'), fixes);
}

function fixesOf(finding: Finding): readonly Fix[] {
  return finding.fixes?.() ?? [];
}

function actionOf(workspace: Findings, finding: Finding, fix: Fix): Action {
  return {
    title: fix.title,
    finding,
    isPreferred: fix.preferred === true,
    needsPreview: fix.reachesFurther === true,
    ...(fix.request && { request: fix.request }),
    change: (documents) => changeOf(workspace, documents, fix.title, [fix]),
  };
}

function scopedActions(workspace: Findings, findings: readonly Finding[], l10n: L10n): Action[] {
  const actions: Action[] = [];
  for (const group of ['use-reference', 'remove-connections'] as const) {
    const finding = findings.find((candidate) => fixesOf(candidate).some((fix) => fix.group === group));
    if (!finding) continue;
    let fixed = 1;
    for (const scope of scopes) {
      const { length } = findFixes(workspace, group, scope, finding.file);
      // A larger scope that holds no more is the same action under another name.
      if (length <= fixed) continue;
      fixed = length;
      actions.push({
        title: `${titleOf(l10n, group, scope)} (${length})`,
        finding,
        isPreferred: false,
        needsPreview: scope !== 'flow',
        change: (documents) => fixAll(workspace, documents, group, scope, finding.file, l10n),
      });
    }
  }
  return actions;
}

function findFixes(workspace: Findings, group: FixGroup, scope: FixScope, file: FileId | undefined): Fix[] {
  return filesIn(workspace.snapshot, scope, file)
    .flatMap((member) => workspace.findingsOf(member))
    .flatMap((finding) => fixesOf(finding).find((fix) => fix.group === group) ?? []);
}

function filesIn(snapshot: Snapshot, scope: FixScope, file: FileId | undefined): readonly FileId[] {
  if (scope === 'workspace') return snapshot.flows.map((flow) => flow.file);
  if (file === undefined) return [];
  return scope === 'flow' ? [file] : (snapshot.solutionOf(file)?.flows.map((flow) => flow.file) ?? []);
}

function changeOf({ snapshot }: Findings, documents: Documents, title: string, fixes: readonly Fix[]): Change {
  const draft = new Draft(snapshot, documents);
  for (const fix of fixes) fix.apply(draft);
  return draft.finish(title);
}
