/** What a workspace says, as lines of text that can be compared. */
import { LineIndex } from '../../src/base/lineIndex';
import { toPointer } from '../../src/base/path';
import type { Workspace } from '../../src/host/workspace';
import type { FileId, FilePlace } from '../../src/model/place';
import { locate } from '../../src/project/locate';
import type { Finding } from '../../src/rules/rule';

/** All findings with messages and related places, sorted. */
export function allFindings(workspace: Workspace): string[] {
  return findingsIn(workspace)
    .map((finding) => {
      const related = (finding.related ?? []).map(({ at, message }) => `${describePlace(at)} ${message}`);
      return [`${describePlace(finding)} ${finding.severity} ${finding.rule.id}: ${finding.message}`, ...related].join(
        '\n',
      );
    })
    .sort();
}

/** All findings by line and column, as people see them. */
export function findingsByPosition(workspace: Workspace): string[] {
  const lines = new Map<FileId, LineIndex>();
  return findingsIn(workspace)
    .map((finding) => {
      const { file } = finding;
      const index = lines.get(file) ?? new LineIndex(workspace.texts.text(file) ?? '');
      lines.set(file, index);
      const { start, end } = locate(workspace.documents, finding);
      const [from, to] = [index.position(start), index.position(end)];
      const range = `${from.line + 1}:${from.character + 1}-${to.line + 1}:${to.character + 1}`;
      return `${file}:${range} ${finding.rule.id}: ${finding.message}`;
    })
    .sort();
}

/** All findings without their words, which may hold numbers that change elsewhere. */
export function findingKeys(workspace: Workspace): Set<string> {
  return new Set(findingsIn(workspace).map(findingKey));
}

export function findingKey(finding: Finding): string {
  return `${finding.rule.id} ${describePlace(finding)}`;
}

/** What the snapshot made of the files, apart from findings. */
export function structure({ snapshot }: Workspace): string[] {
  return [
    ...[...snapshot.files].map(([file, facts]) => `file ${file} ${JSON.stringify(facts)}`),
    ...snapshot.solutions.map(
      ({ root, file, name, customizations, declarations, flows }) =>
        `solution ${root} ${file} ${name} ${customizations} ${declarations.length} ${flows.map((flow) => flow.file).join()}`,
    ),
    ...snapshot.flows.map(
      ({ file, name, guid, solution }) => `flow ${file} ${name} ${guid ?? ''} ${solution?.root ?? ''}`,
    ),
    ...snapshot.settings.map(
      ({ file, environment, solutions }) =>
        `settings ${file} ${environment} ${solutions.map(({ root }) => root).join()}`,
    ),
    ...[...snapshot.names].sort().map((name) => {
      const places = [...snapshot.declarationsOf(name), ...snapshot.usesOf(name)].map(({ at }) => describePlace(at));
      const bindings = snapshot.bindingsOf(name).map(({ settings }) => settings.file);
      return `name ${name} ${[...places, ...bindings].join()}`;
    }),
  ];
}

/** The first line in which two lists differ; undefined when they are the same. */
export function firstDifference(actual: readonly string[], expected: readonly string[]): string | undefined {
  const known = new Set(expected);
  const extra = actual.find((line) => !known.has(line));
  if (extra !== undefined) return `only now: ${extra}`;
  const given = new Set(actual);
  const lost = expected.find((line) => !given.has(line));
  if (lost !== undefined) return `not any more: ${lost}`;
  return actual.length === expected.length ? undefined : `${actual.length} instead of ${expected.length}`;
}

function findingsIn(workspace: Workspace): Finding[] {
  return [...workspace.snapshot.files.keys()].flatMap((file) => workspace.findingsOf(file));
}

function describePlace({ file, place }: FilePlace): string {
  return 'span' in place ? `${file}@${place.span.start}` : `${file}${place.onKey ? '!' : '#'}${toPointer(place.path)}`;
}
