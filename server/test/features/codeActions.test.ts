import assert from 'node:assert/strict';
import { english } from '../../src/base/l10n';
import { actionsFor, fixAll, safeFixes, type Action } from '../../src/features/codeActions';
import type { Workspace } from '../../src/host/workspace';
import type { FileId } from '../../src/model/place';
import type { Finding } from '../../src/rules/rule';
import {
  textsAfter,
  contosoFolder,
  customizationsXml,
  flowText,
  openContoso,
  openFixture,
  solutionXml,
} from '../engine';

const notify = '/Workflows/Notify.json';

/** The findings of a file that fixes are for, or of one key only. */
function findingsOf(workspace: Workspace, file: FileId, key?: string): Finding[] {
  return workspace
    .findingsOf(file)
    .filter(
      ({ rule, place }) =>
        rule.id === 'use-connection-references' &&
        (key === undefined || ('path' in place && place.path.at(-1) === key)),
    );
}

function actionsOf(workspace: Workspace, file: FileId, key?: string): readonly Action[] {
  return actionsFor(workspace, findingsOf(workspace, file, key), english);
}

/** Checks what a light bulb offers, in its order: `*` for the preferred one, `?` where people want to see it first. */
function checkActions(workspace: Workspace, file: FileId, key: string, ...expected: readonly string[]): void {
  assert.deepEqual(
    actionsOf(workspace, file, key).map(
      ({ title, isPreferred, needsPreview }) => `${isPreferred ? '* ' : ''}${title}${needsPreview ? ' ?' : ''}`,
    ),
    expected,
  );
}

const remove = 'Remove connections so connection references can be added';
const create = 'Create connection reference… ?';
const best = 'Use the best connection reference for each connection';

describe('the light bulb of the sample', () => {
  const workspace = openContoso();
  const file = (name: string): FileId =>
    workspace.snapshot.flows.find((flow) => flow.name === name)?.file ?? assert.fail(`No flow ${name}`);

  it('offers references of the own solution, of a base solution, of others, and larger scopes', () => {
    checkActions(
      workspace,
      file('Old notification'),
      'shared_office365',
      "* Use connection reference 'HR – Outlook – Service' (contoso_sharedoffice365_1a2b3)",
      "Use connection reference 'Shared – Outlook' (contoso_sharedoffice365_6c20e) of ContosoBase",
      "Use connection reference 'Travel – Outlook – Service' (contoso_sharedoffice365_d40c8) of ContosoTravel",
      create,
      `${best} in this flow (2)`,
      `${best} in this solution (4) ?`,
      `${best} in the workspace (6) ?`,
    );
  });

  it('offers to remove a connection that is named', () => {
    checkActions(
      workspace,
      file('WeeklyHeadcountReport'),
      'shared_sharepointonline',
      "* Use connection reference 'HR – SharePoint – Policies' (contoso_sharedsharepointonline_e29b6)",
      "Use connection reference 'Travel – SharePoint – Requests' (contoso_sharedsharepointonline_f8a19) of ContosoTravel",
      create,
      remove,
      `${best} in this flow (2)`,
      `${best} in this solution (4) ?`,
      `${best} in the workspace (6) ?`,
      `${remove} in this flow (2)`,
    );
  });

  it('offers each larger scope only where it holds more', () => {
    checkActions(
      workspace,
      file('Answer travel question'),
      'shared_teams',
      "* Use connection reference 'Travel – Teams – Service' (contoso_sharedteams_17e5b)",
      "Use connection reference 'HR – Teams – Onboarding Bot' (contoso_sharedteams_b6e03) of ContosoHR",
      "Use connection reference 'HR – Teams – Service' (contoso_sharedteams_92c4d) of ContosoHR",
      "Use connection reference 'Shared – Teams' (contoso_sharedteams_0d9a2) of ContosoBase",
      create,
      `${best} in this solution (2) ?`,
      `${best} in the workspace (6) ?`,
    );
  });

  it('offers nothing where nothing can be fixed', () => {
    const all = [...workspace.snapshot.files.keys()].flatMap((one) => workspace.findingsOf(one));
    const findings = all.filter(({ fixes }) => !fixes);
    assert.ok(findings.length > 0);
    assert.deepEqual(actionsFor(workspace, findings, english), []);
  });

  it('makes the larger scopes in as many files as they say', () => {
    const made = (title: string): string[] => {
      const action = actionsOf(workspace, file('Old notification')).find((candidate) =>
        candidate.title.startsWith(title),
      );
      return (action?.change(workspace.documents).files ?? []).map((change) =>
        change.file.slice(change.file.lastIndexOf('/') + 1, change.file.indexOf('-', contosoFolder.length)),
      );
    };
    assert.deepEqual(made(`${best} in this flow`), ['OldNotification']);
    assert.deepEqual(made(`${best} in this solution`), ['OldNotification', 'WeeklyHeadcountReport']);
    assert.deepEqual(made(`${best} in the workspace`), [
      'OldNotification',
      'WeeklyHeadcountReport',
      'AnswerTravelQuestion',
      'BookBusinessTravel',
    ]);
  });

  it('leaves no direct connection behind, and makes no new finding of that kind', () => {
    const fixed = openContoso();
    const edits = fixAll(fixed, fixed.documents, 'use-reference', 'workspace', undefined, english);
    for (const [path, text = ''] of textsAfter(fixed, edits)) fixed.setOpenText(path, { text, version: 1 });
    const rules = [...fixed.snapshot.files.keys()].flatMap((path) => fixed.findingsOf(path)).map(({ rule }) => rule.id);
    assert.ok(!rules.includes('use-connection-references'));
    // Of the 22 findings, six were fixed, and with them a reference that nobody had used.
    assert.equal(rules.length, 22 - 6 - 1);
  });

  it('on save does only what leaves no choice', () => {
    const made = (name: string): string[] =>
      [...textsAfter(workspace, safeFixes(workspace, workspace.documents, file(name), english)).values()].flatMap(
        (text) =>
          Array.from(
            (text ?? '').matchAll(/"connectionReferenceLogicalName":\s*"([^"]+)"/g),
            ([, logicalName]) => logicalName ?? '',
          ),
      );
    assert.deepEqual(made('Old notification'), ['contoso_sharedoffice365_1a2b3']);
    assert.deepEqual(made('Answer travel question'), ['contoso_sharedteams_17e5b', 'contoso_sharedoffice365_d40c8']);
    assert.deepEqual(made('Birthday greetings'), []);
  });
});

describe('titles', () => {
  it('of references without a display name are their logical names', () => {
    const { workspace } = openFixture(`//- ${notify}
${flowText('{ "k": { "connection": {}, "api": { "name": "shared_teams" } } }')}
//- /Other/Customizations.xml
${customizationsXml({ name: 'contoso_teams', connector: 'shared_teams' })}
`);
    checkActions(workspace, notify, 'k', "* Use connection reference 'contoso_teams'", create);
  });

  it('of an entry that nothing fits offer to remove its connection, and no more', () => {
    const entries =
      '{ "k": { "connection": { "name": "x" }, "api": { "name": "shared_teams" } }, "l": { "connection": {} } }';
    const { workspace } = openFixture(`//- ${notify}\n${flowText(entries)}\n`);
    checkActions(workspace, notify, 'k', remove);
    checkActions(workspace, notify, 'l');
  });
});

describe('what may be made on save', () => {
  const entry = '{ "k": { "connection": {}, "api": { "name": "shared_teams" } } }';
  const named = '{ "k": { "connection": { "name": "x" }, "api": { "name": "shared_teams" } } }';

  function checkSafe(entries: string, xml: string, isSafe: boolean): void {
    const { workspace } = openFixture(`//- ${notify}\n${flowText(entries)}\n${xml}`);
    assert.equal(safeFixes(workspace, workspace.documents, notify, english).files.length > 0, isSafe);
  }

  const one = `//- /Other/Customizations.xml\n${customizationsXml({ name: 'a', connector: 'shared_teams' })}\n`;
  const two = `//- /Other/Customizations.xml\n${customizationsXml({ name: 'a', connector: 'shared_teams' }, { name: 'b', connector: 'shared_teams' })}\n`;
  const elsewhere = `//- /Other/Solution.xml\n${solutionXml('HR')}\n//- /base/solution.xml\n${solutionXml('Base')}\n//- /base/customizations.xml\n${customizationsXml({ name: 'a', connector: 'shared_teams' })}\n`;

  it('is to bind to the only reference of the own solution', () => {
    checkSafe(entry, one, true);
    checkSafe(named, one, true);
  });

  it('is not to choose, to add a dependency, or to remove a connection', () => {
    checkSafe(entry, two, false);
    checkSafe(entry, elsewhere, false);
    checkSafe(named, '', false);
  });
});

describe('edits', () => {
  const xml = `//- /Other/Customizations.xml\n${customizationsXml({ name: 'contoso_teams', connector: 'shared_teams' })}\n`;

  /** Checks the whole text of a flow after the action whose title begins so. */
  function checkEdit(title: string, before: string, after: string): void {
    const { workspace, fileSystem } = openFixture(`//- ${notify}\n{}\n${xml}`);
    fileSystem.write(notify, before);
    workspace.filesChanged([notify]);
    const action = actionsOf(workspace, notify).find((candidate) => candidate.title.startsWith(title));
    assert.ok(action, `There is no '${title}'`);
    assert.equal(textsAfter(workspace, action.change(workspace.documents)).get(notify), after);
  }

  const use = (before: string, after: string): void => {
    checkEdit('Use connection reference', before, after);
  };
  const take = (before: string, after: string): void => {
    checkEdit('Remove connections', before, after);
  };

  /** A flow in the usual layout, around one entry. */
  const around = (entry: string): string => `{
  "properties": {
    "connectionReferences": {
      "shared_teams": ${entry}
    },
    "definition": {
      "actions": {}
    }
  },
  "schemaVersion": "1.0.0.0"
}`;

  const unbound = `{
        "runtimeSource": "embedded",
        "connection": {},
        "api": {
          "name": "shared_teams"
        }
      }`;
  const bound = `{
        "runtimeSource": "embedded",
        "connection": {
          "connectionReferenceLogicalName": "contoso_teams"
        },
        "api": {
          "name": "shared_teams"
        }
      }`;
  const namedEntry = bound.replace('"connectionReferenceLogicalName": "contoso_teams"', '"name": "shared-teams-1b2c"');
  const older = `{
        "connectionName": "shared-teams-1b2c",
        "source": "Embedded",
        "id": "/providers/Microsoft.PowerApps/apis/shared_teams",
        "tier": "NotSpecified"
      }`;

  it('of what an export leaves', () => {
    use(around(unbound), around(bound));
  });

  it('of a named connection', () => {
    use(around(namedEntry), around(bound));
    take(around(namedEntry), around(unbound));
  });

  it('of a connection by id', () => {
    const byId = namedEntry.replace(
      '"name": "shared-teams-1b2c"',
      '"name": "x",\n          "id": "/providers/Microsoft.PowerApps/apis/shared_teams/connections/x"',
    );
    use(around(byId), around(bound));
    take(around(byId), around(unbound));
  });

  it('of older flow data', () => {
    use(around(older), around(bound));
    take(around(older), around(unbound));
    const invoker = (entry: string): string => around(entry.replace('"embedded"', '"invoker"'));
    use(around(older.replace('"Embedded"', '"Invoker"')), invoker(bound));
  });

  it('of an entry without a connection', () => {
    use(around(unbound.replace('        "connection": {},\n', '')), around(bound));
  });

  it('of an empty logical name', () => {
    use(around(bound.replace('"contoso_teams"', '""')), around(bound));
  });

  it('leave everything else of the entry as it is', () => {
    const more = (entry: string): string =>
      around(
        entry
          .replace('"embedded",', '"invoker",\n        "impersonation": { "source":"invoker" },')
          .replace('"name": "shared_teams"', '"name": "shared_teams",\n          "logicalName": "x"'),
      );
    use(more(unbound), more(bound));
    take(more(namedEntry), more(unbound));
  });

  it('keep the order of the properties', () => {
    const sorted = (connection: string): string =>
      around(`{
        "api": {
          "name": "shared_teams"
        },
        "connection": ${connection},
        "runtimeSource": "embedded"
      }`);
    use(sorted('{}'), sorted('{\n          "connectionReferenceLogicalName": "contoso_teams"\n        }'));
  });

  it('keep line ends, tabs and a last line end', () => {
    const layouts: readonly ((text: string) => string)[] = [
      (text) => text.replaceAll('\n', '\r\n'),
      (text) => `${text.replaceAll('  ', '\t')}\n`,
      (text) => text.replaceAll('  ', '    '),
      (text) => text.replaceAll('\n', '\r\n').replaceAll('  ', '\t') + '\r\n\r\n',
    ];
    for (const layout of layouts) {
      use(layout(around(unbound)), layout(around(bound)));
      take(layout(around(namedEntry)), layout(around(unbound)));
      take(layout(around(older)), layout(around(unbound)));
    }
  });

  it('stay on one line in a minified file', () => {
    const minified = (text: string): string => JSON.stringify(JSON.parse(text));
    for (const entry of [unbound, namedEntry, older]) use(minified(around(entry)), minified(around(bound)));
    for (const entry of [namedEntry, older]) take(minified(around(entry)), minified(around(unbound)));
  });

  it('keep the layout of PowerShell', () => {
    const powerShell = (connection: string): string =>
      [
        '{',
        '    "properties":  {',
        '                       "connectionReferences":  {',
        '                                                    "shared_teams":  {',
        '                                                                         "runtimeSource":  "embedded",',
        `                                                                         "connection":  ${connection},`,
        '                                                                         "api":  {',
        '                                                                                     "name":  "shared_teams"',
        '                                                                                 }',
        '                                                                     }',
        '                                                },',
        '                       "definition":  {',
        '',
        '                                      }',
        '                   }',
        '}',
        '',
      ].join('\r\n');
    const inner = ' '.repeat(88);
    const name = (property: string): string => `{\r\n${inner}    ${property}\r\n${inner}}`;
    use(powerShell(`{\r\n\r\n${inner}}`), powerShell(name('"connectionReferenceLogicalName":  "contoso_teams"')));
    use(powerShell(name('"name":  "x"')), powerShell(name('"connectionReferenceLogicalName":  "contoso_teams"')));
  });

  it('find keys that need an escape', () => {
    const key = (entry: string): string => around(entry).replace('"shared_teams":', String.raw`"it's \"x\" \u0041":`);
    use(key(unbound), key(bound));
  });

  it('of a whole flow do not come into each other’s way', () => {
    const two = (entry: string): string => around(`${entry},\n      "shared_teams_1": ${entry}`);
    checkEdit(`${best} in this flow (2)`, two(unbound), two(bound));
    checkEdit(`${best} in this flow (2)`, two(older), two(bound));
    checkEdit(`${remove} in this flow (2)`, two(older), two(unbound));
    checkEdit(`${remove} in this flow (2)`, two(namedEntry), two(unbound));
  });

  it('of a broken file change what can be read of it', () => {
    use(`${around(unbound)} x`, `${around(bound)} x`);
  });
});
