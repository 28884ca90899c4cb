/** Which fixes an editor offers, alone and for larger scopes, and the edits that they make. */
import type { TextEdit } from '../base/textEdit';
import type { FileId } from '../model/place';
import type { Documents } from '../project/documents';
import type { Snapshot } from '../project/snapshot';
import type { FileEdits, Finding, Fix, FixGroup } from '../rules/rule';

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
  edits(documents: Documents): readonly FileEdits[];
}

export type FixScope = 'flow' | 'solution' | 'workspace';

const scopes: readonly FixScope[] = ['flow', 'solution', 'workspace'];

const groupTitles = {
  'use-reference': 'Use the best connection reference for each connection',
  'remove-connections': 'Remove connections so connection references can be added',
};

const scopeTitles: Readonly<Record<FixScope, string>> = {
  flow: 'in this flow',
  solution: 'in this solution',
  workspace: 'in the workspace',
};

/** Fixes for findings: those of each finding, best first, then those for larger scopes where there is more to fix. */
export function actionsFor(workspace: Findings, findings: readonly Finding[]): readonly Action[] {
  const own = findings.flatMap((finding) => fixesOf(finding).map((fix) => actionOf(finding, fix)));
  return [...own, ...scopedActions(workspace, findings)];
}

/**
 * All fixes of one group in a scope around a file, each finding's best one.
 * @param file in the flow or solution; not needed for the workspace. Empty when there is nothing to fix.
 */
export function fixAll(
  workspace: Findings,
  documents: Documents,
  group: FixGroup,
  scope: FixScope,
  file: FileId | undefined,
): readonly FileEdits[] {
  return mergeEdits(findFixes(workspace, group, scope, file).flatMap((fix) => fix.edits(documents)));
}

/** The fixes of a file that leave nothing to decide: what `source.fixAll.connref` makes. */
export function safeFixes(workspace: Findings, documents: Documents, file: FileId): readonly FileEdits[] {
  // What can't be read in full is for a person to mend first.
  if (workspace.snapshot.files.get(file)?.problems.length !== 0) return [];
  const fixes = workspace.findingsOf(file).flatMap((finding) => fixesOf(finding).find(({ isSafe }) => isSafe) ?? []);
  return mergeEdits(fixes.flatMap((fix) => fix.edits(documents)));
}

function fixesOf(finding: Finding): readonly Fix[] {
  return finding.fixes?.() ?? [];
}

function actionOf(finding: Finding, fix: Fix): Action {
  return {
    title: fix.title,
    finding,
    isPreferred: fix.preferred === true,
    needsPreview: false,
    edits: (documents) => fix.edits(documents),
  };
}

function scopedActions(workspace: Findings, findings: readonly Finding[]): Action[] {
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
        title: `${groupTitles[group]} ${scopeTitles[scope]} (${length})`,
        finding,
        isPreferred: false,
        needsPreview: scope !== 'flow',
        edits: (documents) => fixAll(workspace, documents, group, scope, finding.file),
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

function mergeEdits(edits: readonly FileEdits[]): FileEdits[] {
  const byFile = new Map<FileId, TextEdit[]>();
  for (const { file, edits: ofFile } of edits) byFile.set(file, [...(byFile.get(file) ?? []), ...ofFile]);
  return [...byFile].map(([file, ofFile]) => ({ file, edits: ofFile }));
}
