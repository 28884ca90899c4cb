import assert from 'node:assert/strict';
import { customizationsXml, flowText } from '../engine';
import { checkRefusal, planned } from './change';

const flow = `//- /Workflows/A.json
${flowText('{ "k": { "connection": { "connectionReferenceLogicalName": "HR_Teams" }, "api": { "name": "shared_teams" } } }')}
`;
const declared = `//- /Other/Customizations.xml
${customizationsXml({ name: 'hr_teams', connector: 'shared_teams' }, { name: 'hr_sql', connector: 'shared_sql' })}
`;
describe('renaming a reference', () => {
  it('may change the case alone', () => {
    const change = planned(flow + declared, { kind: 'rename', from: 'hr_teams', to: 'HR_Teams' });
    assert.deepEqual(
      change.files.map(({ file }) => file),
      ['/Other/Customizations.xml'],
    );
  });

  it('is refused for names that are taken, used, or can’t be', () => {
    const rename = (to: string, reason: RegExp): void =>
      checkRefusal(flow + declared, { kind: 'rename', from: 'hr_teams', to }, reason);
    rename('HR_SQL', /a connection reference 'hr_sql' already/);
    rename('hr teams', /can't hold ' '/);
    rename('', /needs a logical name/);
    rename('1x', /begin with a letter/);
    checkRefusal(flow + declared, { kind: 'rename', from: 'none', to: 'a_b' }, /Nothing here is named 'none'/);
    checkRefusal(
      flow + declared,
      { kind: 'rename', from: 'hr_tems', to: 'hr_chat' },
      /named 'hr_tems'\. Did you mean 'hr_teams'\?/,
    );
    const loose = declared.replaceAll('hr_teams', 'other');
    checkRefusal(flow + loose, { kind: 'rename', from: 'other', to: 'hr_teams' }, /is used already/);
  });

  it('tells of another prefix than the publisher’s', () => {
    const solution = `//- /Other/Solution.xml
<ImportExportXml><SolutionManifest><UniqueName>HR</UniqueName><Managed>0</Managed><Publisher><CustomizationPrefix>hr</CustomizationPrefix></Publisher></SolutionManifest></ImportExportXml>
`;
    const change = planned(solution + declared, { kind: 'rename', from: 'hr_teams', to: 'x_teams' });
    assert.deepEqual(change.notes, ["'x_teams' does not begin with 'hr_', the prefix of the publisher of HR."]);
  });

  describe('is refused as a whole where somebody would keep the old name', () => {
    const request = { kind: 'rename', from: 'hr_teams', to: 'hr_chat' } as const;
    const manifest = (managed: 0 | 1): string =>
      `//- /Other/Solution.xml
<ImportExportXml><SolutionManifest><UniqueName>HR</UniqueName><Version>1.0.0.0</Version><Managed>${managed}</Managed></SolutionManifest></ImportExportXml>
`;

    it('since its file is broken', () => {
      const broken = flow.replace('"schemaVersion"', 'schemaVersion"');
      checkRefusal(
        broken + declared,
        request,
        /'\/Workflows\/A\.json' would keep the name 'hr_teams'\. .* not in order/,
      );
    });

    it('since its settings are broken', () => {
      const settings = `//- /settings/prod.json
{ "ConnectionReferences": [ { "LogicalName": "hr_teams", "ConnectionId": "", } ], "EnvironmentVariables": [] }
`;
      checkRefusal(flow + declared + settings, request, /'\/settings\/prod\.json' would keep/);
    });

    it('since its solution is managed', () => {
      checkRefusal(
        manifest(1) + flow + declared,
        request,
        /would keep the name 'hr_teams'\. The solution 'HR' is managed/,
      );
    });

    it('but not where only an export beside the source does', () => {
      const exported = (manifest(1) + declared)
        .replaceAll('//- /', '//- /out/')
        .replace('/Other/S', '/s')
        .replace('/Other/C', '/c');
      const change = planned(manifest(0) + flow + declared + exported, request);
      assert.deepEqual(
        change.files.map(({ file }) => file),
        ['/Other/Customizations.xml', '/Workflows/A.json'],
      );
      assert.equal(change.notes.at(-1), "The other copy of HR in 'out' is not changed.");
    });
  });
});

describe('renaming a key', () => {
  it('is refused for a key that is there, and for one that is not', () => {
    const file = '/Workflows/A.json';
    checkRefusal(flow, { kind: 'rename-key', file, from: 'k', to: 'k' }, /has a key 'k' already/);
    checkRefusal(flow, { kind: 'rename-key', file, from: 'l', to: 'm' }, /has no key 'l'/);
  });

  it('is refused in a flow that is broken', () => {
    const broken = flow.replace('"schemaVersion"', 'schemaVersion"');
    const request = { kind: 'rename-key', file: '/Workflows/A.json', from: 'k', to: 'l' } as const;
    checkRefusal(broken, request, /would keep the name 'k'\. This file is not in order/);
  });
});
