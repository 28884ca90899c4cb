/** `connref.json` decides what is told, for which files, and what is not told any more. */
import assert from 'node:assert/strict';
import { Workspace } from '../../src/host/workspace';
import { locate } from '../../src/project/locate';
import { resolvePath } from '../../src/project/configuration';
import type { Finding } from '../../src/rules/rule';
import { parseFixture } from '../fixture';
import type { MemoryFileSystem } from '../memoryFileSystem';

const flow = (entries: string): string =>
  `{ "properties": { "connectionReferences": { ${entries} }, "definition": {} } }`;
const direct = '"shared_sql": { "connection": {}, "api": { "name": "shared_sql" } }';

/** Two flows with one direct connection each, which no step uses. */
const twoFlows = `
//- /repo/Workflows/New.json
${flow(direct)}
//- /repo/Workflows/Old.json
${flow(direct)}
//- /repo/Other/Solution.xml
<ImportExportXml><SolutionManifest><UniqueName>Contoso</UniqueName></SolutionManifest></ImportExportXml>
//- /repo/Other/Customizations.xml
<ImportExportXml />
`;

interface Opened {
  readonly workspace: Workspace;
  readonly disk: MemoryFileSystem;
}

function open(fixture: string, folder = '/repo', today = '2026-11-22'): Opened {
  const disk = parseFixture(fixture.trimStart()).fileSystem();
  const workspace = new Workspace({
    fileSystem: disk,
    today,
    onCrash: (what, file, error) => assert.fail(`${what} crashed on ${file}: ${String(error)}`),
  });
  Array.from(workspace.open([folder]));
  return { workspace, disk };
}

/** `New.json warning use-connection-references` for each finding that is told. */
function told({ workspace }: Opened): string[] {
  return list(workspace, (file) => workspace.findingsOf(file));
}

function suppressed({ workspace }: Opened): string[] {
  return list(workspace, (file) => workspace.allFindingsOf(file).filter((finding) => finding.suppressed));
}

function list(workspace: Workspace, findingsOf: (file: string) => readonly Finding[]): string[] {
  return [...workspace.snapshot.files.keys()].flatMap((file) =>
    findingsOf(file).map(({ severity, rule }) => `${file.slice(file.lastIndexOf('/') + 1)} ${severity} ${rule.id}`),
  );
}

const withoutConfiguration = [
  'New.json hint unused-connection-key',
  'New.json warning use-connection-references',
  'Old.json hint unused-connection-key',
  'Old.json warning use-connection-references',
];

function withConfiguration(configuration: string, more = ''): string {
  return `${twoFlows}//- /repo/connref.json\n${configuration}\n${more}`;
}

describe('connref.json', () => {
  it('is not needed', () => {
    assert.deepEqual(told(open(twoFlows)), withoutConfiguration);
  });

  it('sets severities, and turns rules off', () => {
    const opened = open(
      withConfiguration(
        '{ /* adopted in 2026 */ "rules": { "unused-connection-key": "off", "use-connection-references": "error", }, }',
      ),
    );
    assert.deepEqual(told(opened), [
      'New.json error use-connection-references',
      'Old.json error use-connection-references',
    ]);
  });

  it('turns on rules that are off by default', () => {
    const opened = open(`
//- /repo/Other/Customizations.xml
<ImportExportXml><connectionreferences><connectionreference connectionreferencelogicalname="new_sql" /></connectionreferences></ImportExportXml>
//- /repo/Other/Solution.xml
<ImportExportXml><SolutionManifest><UniqueName>Contoso</UniqueName><Publisher><CustomizationPrefix>contoso</CustomizationPrefix></Publisher></SolutionManifest></ImportExportXml>
//- /repo/connref.json
{ "rules": { "publisher-prefix": "info" } }
`);
    assert.deepEqual(told(opened), ['Customizations.xml info publisher-prefix']);
  });

  it('has overrides by glob, of which the last one wins', () => {
    const opened = open(
      withConfiguration(`{ "overrides": [
        { "files": ["Workflows/*.json"], "rules": { "unused-connection-key": "off", "use-connection-references": "hint" } },
        { "files": "**/old.json", "rules": { "use-connection-references": "off" } }
      ] }`),
    );
    assert.deepEqual(told(opened), ['New.json hint use-connection-references']);
  });

  it('excludes files as if they were not there', () => {
    const opened = open(withConfiguration('{ "exclude": "Workflows/Old.json" }'));
    assert.deepEqual(told(opened), withoutConfiguration.slice(0, 2));
    assert.equal(opened.workspace.snapshot.flows.length, 1);
  });

  it('that is nearest to a file holds for it, and takes from others only what it extends', () => {
    const nearest = `//- /repo/Workflows/connref.json
{ "extends": "../base.connref.json" }
//- /repo/base.connref.json
{ "rules": { "use-connection-references": "info" } }
`;
    const opened = open(withConfiguration('{ "rules": { "unused-connection-key": "off" } }', nearest));
    assert.deepEqual(told(opened), [
      'New.json hint unused-connection-key',
      'New.json info use-connection-references',
      'Old.json hint unused-connection-key',
      'Old.json info use-connection-references',
    ]);
  });

  it('wins over what it extends, and may lie above the opened folder', () => {
    const base =
      '//- /repo/base.connref.json\n{ "rules": { "use-connection-references": "info", "unused-connection-key": "off" } }\n';
    const opened = open(
      withConfiguration(
        '{ "extends": ["./base.connref.json"], "rules": { "use-connection-references": "error" } }',
        base,
      ),
      '/repo/Workflows',
    );
    assert.equal(
      opened.workspace.snapshot
        .configurationOf('/repo/Workflows/New.json')
        .severityOf('unused-connection-key', '/repo/Workflows/New.json'),
      'off',
    );
    assert.equal(
      opened.workspace.snapshot
        .configurationOf('/repo/Workflows/New.json')
        .severityOf('use-connection-references', '/repo/Workflows/New.json'),
      'error',
    );
  });

  it('that extends itself in a circle is told, and the rest of it counts', () => {
    const other =
      '//- /repo/other.connref.json\n{ "extends": "connref.json", "rules": { "unused-connection-key": "off" } }\n';
    const opened = open(
      withConfiguration('{ "extends": "other.connref.json", "rules": { "use-connection-references": "off" } }', other),
    );
    assert.deepEqual(told(opened), [
      'connref.json warning invalid-configuration',
      'other.connref.json warning invalid-configuration',
    ]);
  });

  it('that is broken is told at its place, and what stands before counts', () => {
    const opened = open(
      withConfiguration(
        '{ "rules": { "unused-connection-key": "off", "use-connection-references": "off" }, "exclude": [ ',
      ),
    );
    assert.deepEqual(told(opened), ['connref.json error syntax-error']);
  });

  it('that is too deep to be read is told, and all others count', () => {
    const deep = (levels: number): string[] => [
      ...told(open(withConfiguration(`{ "rules": ${'['.repeat(levels)}`, ''))),
      ...told(open(withConfiguration(`${'{ "rules": '.repeat(levels)}1${'}'.repeat(levels)}`, ''))),
    ];
    const both = [...withoutConfiguration, 'connref.json error syntax-error'];
    assert.deepEqual(deep(100_000).sort(), [...both, ...both].sort());
  });

  it('that says a thing twice is told at the later place, which counts', () => {
    const [file, opened] = [
      '/repo/connref.json',
      open(
        withConfiguration(`{
  // Of each name the last one counts.
  "rules": { "use-connection-references": "error" },
  "overrides": [{ "files": "**/*.json", "files": "Workflows/New.json", "rules": {} }, { "files": "**" }],
  "rules": { "use-connection-references": "off", "unused-connection-key": "off" }
}`),
      ),
    ];
    const { documents } = opened.workspace;
    const found = opened.workspace.findingsOf(file).map(({ place, message }) => {
      const { start } = locate(documents, { file, place });
      return [opened.workspace.texts.text(file)?.slice(0, start).split('\n').length, message];
    });
    assert.deepEqual(found, [
      [4, "'files' stands here twice, and only the last one counts. Remove one."],
      [5, "'rules' stands here twice, and only the last one counts. Remove one."],
    ]);
    assert.deepEqual(told(opened), [
      'connref.json warning invalid-configuration',
      'connref.json warning invalid-configuration',
    ]);
  });

  it('may have a byte order mark, or be UTF-16, and a name that is markup', () => {
    const text = '{ "rules": { "use-connection-references": "off", "<b>x</b>[y](command:z)": "off" } }';
    for (const encoding of ['utf8bom', 'utf16lebom'] as const) {
      const { workspace, disk } = open(withConfiguration('{}'));
      disk.write('/repo/connref.json', text, encoding);
      workspace.filesChanged(['/repo/connref.json']);
      assert.deepEqual(told({ workspace, disk }), [
        'New.json hint unused-connection-key',
        'Old.json hint unused-connection-key',
        'connref.json warning invalid-configuration',
      ]);
      assert.match(
        workspace.findingsOf('/repo/connref.json')[0]?.message ?? '',
        /^There is no rule '<b>x<\/b>\[y\]\(command:z\)'/,
      );
    }
  });

  it('goes with its folder, and one above goes with the last folder below it', () => {
    const opened = open(
      withConfiguration('{ "ruels": {} }', `//- /repo/Workflows/connref.json\n{ "rulse": {} }\n`),
      '/repo/Workflows',
    );
    const files = (): string[] => [...opened.workspace.snapshot.files.keys()];
    assert.ok(files().includes('/repo/connref.json'));
    Array.from(opened.workspace.open(['/repo/Workflows', '/repo/Other']));
    Array.from(opened.workspace.open(['/repo/Other']));
    assert.deepEqual(files(), ['/repo/Other/Customizations.xml', '/repo/Other/Solution.xml', '/repo/connref.json']);
    Array.from(opened.workspace.open([]));
    assert.deepEqual(files(), []);
  });

  it('that stays keeps what it extends from outside of the folder', () => {
    const base = '//- /base.connref.json\n{ "rules": { "unused-connection-key": "off" } }\n';
    const opened = open(withConfiguration('{ "extends": "../base.connref.json" }', base));
    assert.equal(told(opened).length, 2);
    Array.from(opened.workspace.open(['/repo', '/nowhere']));
    assert.equal(told(opened).length, 2);
  });

  it('is followed as it changes, in an editor and on disk', () => {
    const opened = open(withConfiguration('{ "rules": { "unused-connection-key": "off" } }'));
    assert.equal(told(opened).length, 2);
    opened.workspace.setOpenText('/repo/connref.json', { text: '{}', version: 1 });
    assert.deepEqual(told(opened), withoutConfiguration);
    opened.workspace.closeText('/repo/connref.json');
    assert.equal(told(opened).length, 2);
    opened.disk.remove('/repo/connref.json');
    opened.workspace.filesChanged(['/repo/connref.json']);
    assert.deepEqual(told(opened), withoutConfiguration);
  });

  for (const nonsense of [
    '[]',
    'null',
    '"x"',
    '{ "rules": [] }',
    '{ "suppressions": {} }',
    '{ "extends": 7 }',
    '{ "environments": [ 1, {} ] }',
    '{ "naming": { "pattern": "(" } }',
    '{ "overrides": [ { "files": 3, "rules": 4 } ] }',
  ]) {
    it(`says what is wrong with ${nonsense}`, () => {
      const opened = open(withConfiguration(nonsense));
      assert.ok(told(opened).includes('connref.json warning invalid-configuration'));
      assert.deepEqual(
        told(opened).filter((line) => !line.startsWith('connref.json')),
        withoutConfiguration,
      );
    });
  }
});

describe('environments of connref.json', () => {
  const settings = (id: string): string =>
    `{ "ConnectionReferences": [ { "LogicalName": "contoso_sql", "ConnectionId": "${id}" } ] }`;
  const solution = `
//- /repo/Other/Solution.xml
<ImportExportXml><SolutionManifest><UniqueName>Contoso</UniqueName></SolutionManifest></ImportExportXml>
//- /repo/Other/Customizations.xml
<ImportExportXml><connectionreferences><connectionreference connectionreferencelogicalname="contoso_sql"><connectorid>/providers/Microsoft.PowerApps/apis/shared_sql</connectorid></connectionreference></connectionreferences></ImportExportXml>
`;

  it('name the environment of a file, and make an unbound reference an error where they are strict', () => {
    const opened = open(`${solution}
//- /repo/deploy/a.json
${settings('#{sql}#')}
//- /repo/deploy/b.json
${settings('')}
//- /repo/connref.json
{ "environments": [ { "name": "Live", "files": "deploy/a.json", "strict": true }, { "name": "Play", "files": ["deploy/b.json"] } ] }
`);
    assert.deepEqual(
      opened.workspace.snapshot.settings.map(({ environment }) => environment),
      ['Live', 'Play'],
    );
    assert.deepEqual(told(opened), ['a.json error settings-unbound', 'b.json info settings-unbound']);
  });

  it('say which solutions a file is for', () => {
    const opened = open(`${solution}
//- /repo/Empty/Other/Solution.xml
<ImportExportXml><SolutionManifest><UniqueName>Empty</UniqueName></SolutionManifest></ImportExportXml>
//- /repo/deploy/a.json
{ "EnvironmentVariables": [], "ConnectionReferences": [] }
//- /repo/connref.json
{ "environments": [ { "name": "Live", "files": "deploy/a.json", "solutions": ["contoso"] } ] }
`);
    assert.deepEqual(told(opened), ['a.json warning settings-missing-reference']);
  });
});

describe('suppressions', () => {
  const entry = (more: string): string =>
    `{ "rules": { "unused-connection-key": "off" }, "suppressions": [ { "rule": "use-connection-references", "reason": "Moves next year"${more} } ] }`;

  it('cover files, a place or a name, and lose nothing', () => {
    for (const more of [
      '',
      ', "files": "**/*.json"',
      ', "name": "Shared_SQL"',
      ', "pointer": "/properties/connectionReferences/shared_sql"',
    ]) {
      const opened = open(withConfiguration(entry(more)));
      assert.deepEqual(told(opened), [], more);
      assert.deepEqual(suppressed(opened), [
        'New.json warning use-connection-references',
        'Old.json warning use-connection-references',
      ]);
    }
    const opened = open(withConfiguration(entry(', "files": "Workflows/Old.json"')));
    assert.deepEqual(told(opened), ['New.json warning use-connection-references']);
  });

  it('end on their day', () => {
    const fixture = withConfiguration(entry(', "expires": "2026-12-31"'));
    assert.deepEqual(told(open(fixture, '/repo', '2026-12-31')), []);
    assert.deepEqual(told(open(fixture, '/repo', '2027-01-01')), [
      'New.json warning use-connection-references',
      'Old.json warning use-connection-references',
      'connref.json hint unused-suppression',
    ]);
  });

  it('that match nothing can go', () => {
    assert.deepEqual(told(open(withConfiguration(entry(', "name": "shared_teams"')))), [
      'New.json warning use-connection-references',
      'Old.json warning use-connection-references',
      'connref.json hint unused-suppression',
    ]);
  });

  it('stand as comments in XML, for the next line', () => {
    const declarations = (comment: string): string => `
//- /repo/Workflows/New.json
${flow('')}
//- /repo/Other/Solution.xml
<ImportExportXml><SolutionManifest><UniqueName>Contoso</UniqueName></SolutionManifest></ImportExportXml>
//- /repo/Other/Customizations.xml
<ImportExportXml>
  <connectionreferences>
    ${comment}
    <connectionreference connectionreferencelogicalname="contoso_sql">
      <connectorid>shared_sql</connectorid>
    </connectionreference>
  </connectionreferences>
</ImportExportXml>
`;
    assert.deepEqual(
      told(open(declarations('<!-- connref-disable-next-line unused-connection-reference: for the apps -->'))),
      ['Customizations.xml error malformed-connector-id'],
    );
    assert.deepEqual(
      told(open(declarations('<!-- connref-disable-next-line malformed-connector-id: wrong line -->'))),
      [
        'Customizations.xml error malformed-connector-id',
        'Customizations.xml hint unused-connection-reference',
        'Customizations.xml hint unused-suppression',
      ],
    );
  });

  it('come as a baseline, keyed by file, pointer and rule', () => {
    const baseline = `//- /repo/checks/baseline.json
{ "connrefBaseline": 1, "findings": [
  { "rule": "use-connection-references", "file": "../Workflows/Old.json", "pointer": "/properties/connectionReferences/shared_sql" },
  { "rule": "use-connection-references", "file": "../Workflows/Gone.json", "pointer": "/properties/connectionReferences/shared_sql" }
] }
`;
    const opened = open(
      withConfiguration(
        '{ "baseline": "checks/baseline.json", "rules": { "unused-connection-key": "off" } }',
        baseline,
      ),
    );
    assert.deepEqual(told(opened), [
      'New.json warning use-connection-references',
      'baseline.json hint unused-suppression',
    ]);
    assert.deepEqual(suppressed(opened), ['Old.json warning use-connection-references']);
  });

  it('of a baseline that nobody names are told once, not for each of its entries', () => {
    const entry = '{ "rule": "unused-connection-key", "file": "Workflows/Old.json", "pointer": "" }';
    const opened = open(
      withConfiguration('{}', `//- /repo/known.json\n{ "connrefBaseline": 1, "findings": [${entry}, ${entry}] }\n`),
    );
    assert.deepEqual(
      told(opened).filter((line) => !withoutConfiguration.includes(line)),
      ['known.json hint unused-suppression'],
    );
    const [found] = opened.workspace.findingsOf('/repo/known.json');
    assert.match(found?.message ?? '', /^No connref\.json here names this baseline/);
  });
});

describe('paths of a configuration', () => {
  for (const [path, file] of [
    ['base.json', '/repo/base.json'],
    ['./a/base.json', '/repo/a/base.json'],
    ['../base.json', '/base.json'],
    ['..\\\\shared\\\\base.json', '/shared/base.json'],
    ['/etc/base.json', '/etc/base.json'],
    ['c:/repo/base.json', 'c:/repo/base.json'],
  ] as const) {
    it(`${path} is ${file}`, () => {
      assert.equal(resolvePath('/repo/connref.json', path.replaceAll('\\\\', '\\')), file);
    });
  }
});
