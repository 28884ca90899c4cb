import type { Documents } from '../project/documents';
import type { Snapshot } from '../project/snapshot';
import type { FileEdits, Finding, FixGroup } from '../rules/rule';
import type { FileId } from '../model/place';

/** What code actions need to know of the workspace. */
export interface Findings {
  readonly snapshot: Snapshot;
  findingsOf(file: FileId): readonly Finding[];
}

export interface Action {
  readonly title: string;
  /** The findings that it solves, as far as they are at the cursor. */
  readonly finding: Finding;
  readonly isPreferred: boolean;
  /** Whether it reaches beyond this file, so that people want to see it before it is made. */
  readonly needsPreview: boolean;
  edits(documents: Documents): readonly FileEdits[];
}

export type FixScope = 'flow' | 'solution' | 'workspace';

/** Fixes for the findings whose places touch none but the given ones, best first, then those for larger scopes. */
export function actionsFor(_workspace: Findings, _findings: readonly Finding[]): readonly Action[] {
  return [];
}

/** All preferred fixes of one group in a scope around a file. Empty when there are none. */
export function fixAll(
  _workspace: Findings,
  _documents: Documents,
  _group: FixGroup,
  _scope: FixScope,
  _file: FileId | undefined,
): readonly FileEdits[] {
  return [];
}

/** The fixes of a file that leave nothing to decide: what `source.fixAll.connref` makes. */
export function safeFixes(_workspace: Findings, _documents: Documents, _file: FileId): readonly FileEdits[] {
  return [];
}
