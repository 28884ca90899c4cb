import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LineIndex } from '../../src/base/lineIndex';
import { decode } from '../../src/syntax/encoding';
import { connref, fixturesFolder } from './commandLine';
import { expectedFindings, type ExpectedFinding } from './readme';

interface JsonFinding {
  readonly rule: string;
  readonly severity: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

describe('findings that the READMEs of the fixtures promise', () => {
  for (const fixture of ['contoso', 'broken', 'clean', 'layouts']) {
    const folder = path.join(fixturesFolder, fixture);
    const expected = expectedFindings(readFileSync(path.join(folder, 'README.md'), 'utf8'));

    it(`${fixture}: ${expected.length} findings, each at its place`, () => {
      const found = findingsIn(folder);
      assert.deepEqual(
        found.map((finding) => describeFound(finding, expected)).sort(),
        expected.map(describeExpected).sort(),
      );
    });

    it(`${fixture}: each range holds the name`, () => {
      for (const finding of findingsIn(folder)) {
        const row = expected.find((candidate) => isFor(candidate, finding) && candidate.at !== undefined);
        if (!row || row.name === '""') continue;
        const text = textAt(path.join(folder, finding.file), finding);
        assert.ok(
          text !== '' && row.name.startsWith(text),
          `${finding.file} ${row.at ?? ''}: '${text}' is not '${row.name}'`,
        );
      }
    });
  }
});

function findingsIn(folder: string): readonly JsonFinding[] {
  const { stdout } = connref(['check', '--format', 'json'], folder);
  return (JSON.parse(stdout) as { readonly findings: readonly JsonFinding[] }).findings;
}

function isFor(expected: ExpectedFinding, found: JsonFinding): boolean {
  const isThere = expected.at === undefined || expected.at === `${found.line}:${found.column}`;
  return expected.rule === found.rule && expected.file === found.file && isThere;
}

function describeExpected({ rule, severity, file, at }: ExpectedFinding): string {
  return `${file}:${at ?? '–'} ${severity} ${rule}`;
}

function describeFound(found: JsonFinding, expected: readonly ExpectedFinding[]): string {
  const isFree = expected.some((candidate) => isFor(candidate, found) && candidate.at === undefined);
  return `${found.file}:${isFree ? '–' : `${found.line}:${found.column}`} ${found.severity} ${found.rule}`;
}

function textAt(file: string, { line, column, endLine, endColumn }: JsonFinding): string {
  const { text } = decode(readFileSync(file));
  const lines = new LineIndex(text);
  const start = lines.offset({ line: line - 1, character: column - 1 });
  return text.slice(start, lines.offset({ line: endLine - 1, character: endColumn - 1 }));
}
