/** What the tests of navigation share: they ask at `$0` and compare with the `⟦…⟧` of all files. */
import assert from 'node:assert/strict';
import type { Span } from '../../src/base/span';
import type { Workspace } from '../../src/host/workspace';
import type { FileId, FilePlace } from '../../src/model/place';
import { locate } from '../../src/project/locate';
import { openFixture, type Engine } from '../engine';

export interface Asked extends Engine {
  readonly file: FileId;
  readonly offset: number;
}

export function ask(source: string): Asked {
  const engine = openFixture(source);
  const { cursor } = engine.fixture;
  assert.ok(cursor);
  return { ...engine, ...cursor };
}

/** `/file 12–20 'text'` for each of these places, sorted. */
export function describePlaces(workspace: Workspace, places: readonly FilePlace[]): string[] {
  return places.map((at) => describeSpan(workspace, at.file, locate(workspace.documents, at))).sort();
}

/** The same for what is marked, in the files that are named, else in all. */
export function describeMarks({ fixture, workspace }: Engine): string[] {
  return [...fixture.spans].flatMap(([file, spans]) => spans.map((span) => describeSpan(workspace, file, span))).sort();
}

export function describeSpan(workspace: Workspace, file: FileId, { start, end }: Span): string {
  return `${file} ${start}–${end} '${(workspace.texts.text(file) ?? '').slice(start, end)}'`;
}
