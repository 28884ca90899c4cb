/** The command line and the server tell the same of one repository: files, ranges, rules, severities and messages. */
import assert from 'node:assert/strict';
import { cpSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { MarkupContent } from 'vscode-languageserver/node';
import { connref, fixturesFolder } from '../cli/commandLine';
import { settingsText } from '../engine';
import type { ClientOptions, Model, TestClient } from './client';
import { Folder } from './folder';
import { flow, flowText, solution } from './samples';
import { serversOn } from './servers';

interface Reported {
  readonly rule: string;
  readonly severity: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly message: string;
}

interface Report {
  readonly findings: readonly Reported[];
  readonly suppressed?: readonly (Reported & { readonly by: string })[];
}

function check(folder: Folder, ...paths: readonly string[]): Report {
  const { stdout, stderr } = connref(['check', ...paths, '--format', 'json'], folder.root);
  assert.equal(stderr, '');
  return JSON.parse(stdout) as Report;
}

const severityNames = ['', 'error', 'warning', 'info', 'hint'];

/** What the command line tells, one line for each finding. */
function told({ findings }: Report): string[] {
  return findings
    .map(
      ({ file, line, column, endLine, endColumn, severity, rule, message }) =>
        `${file} ${line}:${column}-${endLine}:${endColumn} ${severity} ${rule} ${message}`,
    )
    .sort();
}

/** The same of what an editor shows. */
function shown(client: TestClient): string[] {
  return client
    .filesWithFindings()
    .flatMap((file) =>
      client.diagnostics(file).map(({ range: { start, end }, severity, code, message }) => {
        const range = `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
        return `${file.slice(1)} ${range} ${severityNames[severity ?? 0] ?? ''} ${String(code)} ${textOf(message)}`;
      }),
    )
    .sort();
}

function textOf(message: string | MarkupContent): string {
  return typeof message === 'string' ? message : message.value;
}

describe('the command line and the server tell the same', () => {
  const start = serversOn();

  const expectSame = async (folder: Folder, report: Report, options: ClientOptions = {}): Promise<void> => {
    const editor = await start(folder, options);
    await editor.waitFor(() => shown(editor), told(report));
  };

  for (const model of ['pull', 'push'] satisfies Model[]) {
    it(`of a repository that is configured in every way (${model} model)`, async () => {
      const folder = repository();
      const report = check(folder);
      // All of the configuration is at work, or there would be nothing to compare.
      const rules = new Set(report.findings.map(({ rule, severity }) => `${severity} ${rule}`));
      for (const expected of [
        'error use-connection-references', // by the configuration that is extended
        'info use-connection-references', // by an override
        'hint use-connection-references', // by the nearer configuration
        'error settings-unbound', // in a strict environment
        'warning invalid-configuration',
        'hint unused-suppression',
        'error syntax-error',
        'error undeclared-connection-reference',
        'info reference-in-another-solution',
      ]) {
        assert.ok(rules.has(expected), `${expected} is not among ${[...rules].sort().join(', ')}`);
      }
      assert.deepEqual([...new Set(report.suppressed?.map(({ by }) => by))].sort(), [
        'baseline',
        'comment',
        'configuration',
      ]);
      assert.ok(!report.findings.some(({ file }) => file.startsWith('archive/')));
      await expectSame(folder, report, { model });
    });
  }

  it('of a part of it, under the configuration above', async () => {
    const folder = repository();
    const report = check(folder, 'hr');
    assert.ok(
      report.findings.some(({ severity, rule }) => `${severity} ${rule}` === 'error use-connection-references'),
    );
    // What is said of the other parts is not to be judged from here.
    assert.deepEqual(
      report.findings.filter(({ rule }) => rule === 'unused-suppression' || rule === 'invalid-configuration'),
      [],
    );
    // The part is the root of this report.
    const findings = report.findings.map((finding) => ({ ...finding, file: `hr/${finding.file}` }));
    await expectSame(folder, { findings }, { workspaceFolders: ['/hr'] });
  });

  it('of a repository and an archive in it', async () => {
    const folder = repository();
    folder.writeArchive(
      '/drops/Sales.zip',
      solution('', 'Sales').replaceAll('//- /Other/', '//- /') +
        flow('/Workflows/Sell.json', { shared_sql: undefined, shared_teams: 'base_teams' }),
    );
    const report = check(folder, '.', 'drops/Sales.zip');
    const inArchive = report.findings.filter(({ file }) => file.startsWith('drops/Sales.zip/'));
    assert.ok(inArchive.some(({ rule, severity }) => rule === 'use-connection-references' && severity === 'error'));
    assert.ok(inArchive.some(({ rule }) => rule === 'reference-in-another-solution'));
    await expectSame(folder, report, { archives: ['/drops/Sales.zip'] });
  });

  for (const name of readdirSync(fixturesFolder)) {
    it(`of the fixture ${name}`, async () => {
      const folder = new Folder();
      cpSync(path.join(fixturesFolder, name), folder.root, { recursive: true });
      await expectSame(folder, check(folder));
    });
  }
});

/** Several solutions, with a configuration that uses all that there is, and a baseline of what is in `old/`. */
function repository(): Folder {
  const folder = new Folder(
    solution('/base', 'Base', { base_teams: 'shared_teams', base_sql: 'shared_sql' }) +
      solution('/hr', 'HR', { hr_outlook: 'shared_office365', hr_rss: 'shared_rss' }).replace(
        '    <connectionreference connectionreferencelogicalname="hr_rss"',
        '    <!-- connref-disable-next-line unused-connection-reference: The portal needs it -->\n$&',
      ) +
      flow('/hr/Workflows/Greet.json', { shared_office365: 'hr_outlook', shared_teams: 'base_teams' }) +
      flow('/hr/Workflows/Hire.json', { shared_sql: undefined, shared_teams: 'hr_taems' }) +
      flow('/hr/Workflows/Known.json', { shared_sql: undefined }) +
      // A flow that does not parse would keep every rule about use silent.
      `\n//- /legacy/settings/test.json\n${settingsText({ gone: 'x' }).slice(0, -8)}` +
      `\n//- /hr/settings/prod.json\n${settingsText({ hr_outlook: '', hr_rss: '#{rss}#' }, 'shared_office365')}` +
      `\n//- /hr/settings/dev.json\n${settingsText({ hr_outlook: 'shared-office365-1', hr_gone: 'x' }, 'shared_office365')}` +
      solution('/legacy', 'Legacy') +
      flow('/legacy/Workflows/Old.json', { shared_sql: undefined }) +
      solution('/team', 'Team') +
      flow('/team/Workflows/Own.json', { shared_ftp: undefined }) +
      '\n//- /team/connref.json\n{ "rules": { "use-connection-references": "hint" } }\n' +
      solution('/old', 'Old') +
      flow('/old/Workflows/Ancient.json', { shared_sql: undefined, shared_teams: 'nobody' }) +
      solution('/archive', 'Archive') +
      flow('/archive/Workflows/Gone.json', { shared_sql: undefined }) +
      '\n//- /shared/base.connref.json\n{ "rules": { "use-connection-references": "error", "generated-name": "info" } }\n',
  );
  // Offsets, lines and columns count in any encoding.
  folder.write('/hr/Workflows/Wide.json', flowText({ shared_sql: undefined }).replaceAll('\n', '\r\n'), 'utf16le');
  const { exitCode } = connref(['baseline', 'old', '--output', 'known.json'], folder.root);
  assert.equal(exitCode, 0);
  folder.write(
    '/connref.json',
    `{
  // What holds for all.
  "extends": ["shared/base.connref.json"],
  "overrides": [{ "files": "legacy/**", "rules": { "use-connection-references": "info" } }],
  "environments": [
    { "name": "prod", "files": "hr/settings/prod.json", "strict": true },
    { "name": "dev", "files": ["hr/settings/dev.json"] },
  ],
  "exclude": ["archive/**", "nothing/**"],
  "baseline": "known.json",
  "suppressions": [
    { "rule": "use-connection-references", "files": "hr/Workflows/Known.json", "reason": "On premises" },
    { "rule": "use-connection-references", "name": "shared_ftp", "files": "base/**", "reason": "Never matched" },
    { "rule": "undeclared-connection-reference", "expires": "2020-01-01", "reason": "Long past" },
  ],
}
`,
  );
  return folder;
}
