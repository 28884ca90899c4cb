/** Which fixes an editor offers, alone and for larger scopes, and the changes that they make. */
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

const groupTitles: Readonly<Record<FixGroup, string>> = {
  'use-reference': 'Use the best connection reference for each connection',
  'remove-connections': 'Remove connections so connection references can be added',
  'correct-name': 'Correct the names',
  'update-settings': 'Bring the settings up to date',
};

const scopeTitles: Readonly<Record<FixScope, string>> = {
  flow: 'in this flow',
  solution: 'in this solution',
  workspace: 'in the workspace',
};

/** Fixes for findings: those of each finding, best first, then those for larger scopes where there is more to fix. */
export function actionsFor(workspace: Findings, findings: readonly Finding[]): readonly Action[] {
  const own = findings.flatMap((finding) => fixesOf(finding).map((fix) => actionOf(workspace, finding, fix)));
  return [...own, ...scopedActions(workspace, findings)];
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
): Change {
  const title = `${groupTitles[group]} ${scopeTitles[scope]}`;
  return changeOf(workspace, documents, title, findFixes(workspace, group, scope, file));
}

/** The fixes of a file that leave nothing to decide: what `source.fixAll.connref` makes. */
export function safeFixes(workspace: Findings, documents: Documents, file: FileId): Change {
  // What can't be read in full is for a person to mend first.
  const findings = workspace.snapshot.files.get(file)?.problems.length === 0 ? workspace.findingsOf(file) : [];
  const fixes = findings.flatMap((finding) => fixesOf(finding).find(({ isSafe }) => isSafe) ?? []);
  return changeOf(workspace, documents, 'Fix all that leaves nothing to decide', fixes);
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

function scopedActions(workspace: Findings, findings: readonly Finding[]): Action[] {
  const actions: Action[] = [];
  for (const group of ['use-reference', 'remove-connections'] as const) {
    const finding = findings.find((candidate) => fixesOf(candidate).some((fix) => fix.group === group));
    if (!finding) continue;
    let fixed = 1;
    for (const scope of scopes) {
      const fixes = findFixes(workspace, group, scope, finding.file);
      const { length } = fixes;
      // A larger scope that holds no more is the same action under another name.
      if (length <= fixed) continue;
      fixed = length;
      actions.push({
        title: `${groupTitles[group]} ${scopeTitles[scope]} (${length})`,
        finding,
        isPreferred: false,
        needsPreview: scope !== 'flow' || fixes.some(({ reachesFurther }) => reachesFurther),
        change: (documents) => fixAll(workspace, documents, group, scope, finding.file),
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
