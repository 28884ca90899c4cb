/** A change on the command line: as a unified diff, in words, or for programs. */
import { createTwoFilesPatch } from 'diff';
import { LineIndex } from '../base/lineIndex';
import { applyEdits } from '../base/textEdit';
import type { FileId } from '../model/place';
import { locate } from '../project/locate';
import type { FileChange, Left } from '../refactor/change';
import { count } from './count';
import type { ChangeResult } from './change';
import { relativeTo } from './paths';

/** What would be changed, as a unified diff that other tools can apply. */
export function changeDiff({ workspace, root, change }: ChangeResult): string {
  return shownOnce(change.files)
    .map((file) => {
      const [old, name] = [originOf(file), file.file].map((one) => one && relativeTo(root, one));
      const before = workspace.texts.text(originOf(file) ?? '') ?? '';
      const from = old === undefined ? '/dev/null' : `a/${old}`;
      const to = file.kind === 'delete' ? '/dev/null' : `b/${name}`;
      const patch = createTwoFilesPatch(from, to, before, textAfter(file, before), undefined, undefined, {
        context: 3,
      });
      const renamed =
        old === undefined || old === name ? '' : `diff --git ${from} ${to}\nrename from ${old}\nrename to ${name}\n`;
      // Its first line is a rule that no other tool writes.
      return renamed + patch.slice(patch.indexOf('\n') + 1);
    })
    .join('');
}

/** What was or would be done, in words. */
export function changeSummary({ workspace, root, change }: ChangeResult, isDone: boolean): string {
  const { title, notes, left } = change;
  const files = shownOnce(change.files);
  const lines = [
    ...files.map((file) => `  ${namesOf(root, file)}  ${describe(file)}`),
    ...(notes.length > 0 ? ['', ...notes] : []),
    ...(left.length > 0 ? ['', 'Left as it is:', ...left.map((one) => `  ${leftLine(workspace, root, one)}`)] : []),
  ];
  const total =
    files.length === 0
      ? 'There is nothing to change.'
      : `${count(files.length, 'file')} ${isDone ? (files.length === 1 ? 'was' : 'were') : 'would be'} changed.`;
  return `${[title, ...lines, '', total].join('\n')}\n`;
}

/** The report for programs. Its shape is public: `version` changes when something in it changes its meaning. */
export function changeJson({ workspace, root, change }: ChangeResult, isDone: boolean): string {
  const report = {
    version: 1,
    root,
    title: change.title,
    isDone,
    changes: change.files.map((file) => ({
      file: relativeTo(root, file.file),
      kind: file.kind,
      ...(file.kind === 'edit' && { edits: rangesOf(workspace.texts.text(file.file) ?? '', file.edits) }),
      ...(file.kind === 'create' && { text: file.text }),
      ...(file.kind === 'create' && file.movedFrom && { movedFrom: relativeTo(root, file.movedFrom.file) }),
      ...(file.kind !== 'edit' && { label: file.label }),
    })),
    notes: change.notes,
    left: change.left.map((one) => {
      const { line, column } = positionOf(workspace, one);
      return { file: relativeTo(root, one.at.file), line, column, reason: one.reason };
    }),
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}

/** A file that moves is shown where it will be. */
function shownOnce(files: readonly FileChange[]): readonly FileChange[] {
  const moved = new Set(files.map((file) => (file.kind === 'create' ? file.movedFrom?.file : undefined)));
  return files.filter(({ kind, file }) => kind !== 'delete' || !moved.has(file));
}

/** The file as it is now; undefined for one that is new. */
function originOf(change: FileChange): FileId | undefined {
  return change.kind === 'create' ? change.movedFrom?.file : change.file;
}

function namesOf(root: FileId, change: FileChange): string {
  const origin = originOf(change);
  const name = relativeTo(root, change.file);
  return origin === undefined || origin === change.file ? name : `${relativeTo(root, origin)} → ${name}`;
}

function textAfter(change: FileChange, before: string): string {
  if (change.kind === 'edit') return applyEdits(before, change.edits);
  return change.kind === 'create' ? change.text : '';
}

function describe(change: FileChange): string {
  if (change.kind !== 'edit') return change.label;
  const labels = [...new Set(change.edits.flatMap(({ label }) => label.split('; ')))];
  const shown = labels.slice(0, 3).join('; ');
  return labels.length > 3 ? `${shown}; and ${labels.length - 3} more` : shown;
}

type Edits = Extract<FileChange, { readonly kind: 'edit' }>['edits'];

function rangesOf(text: string, edits: Edits): object[] {
  const lines = new LineIndex(text);
  return edits.map(({ span, newText, label }) => {
    const start = lines.position(span.start);
    const end = lines.position(span.end);
    return {
      line: start.line + 1,
      column: start.character + 1,
      endLine: end.line + 1,
      endColumn: end.character + 1,
      newText,
      label,
    };
  });
}

function leftLine(workspace: ChangeResult['workspace'], root: FileId, left: Left): string {
  const { line, column } = positionOf(workspace, left);
  return `${relativeTo(root, left.at.file)}:${line}:${column}  ${left.reason}`;
}

function positionOf(workspace: ChangeResult['workspace'], { at }: Left): { line: number; column: number } {
  const { start } = locate(workspace.documents, at);
  const { line, character } = new LineIndex(workspace.texts.text(at.file) ?? '').position(start);
  return { line: line + 1, column: character + 1 };
}
