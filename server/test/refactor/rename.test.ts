import assert from 'node:assert/strict';
import { customizationsXml, flowText } from '../engine';
import { checkRefusal, planned, reasonsOf } from './change';

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

  it('leaves what is broken and says so', () => {
    const broken = flow.replace('"schemaVersion"', 'schemaVersion"');
    const change = planned(broken + declared, { kind: 'rename', from: 'hr_teams', to: 'hr_chat' });
    assert.deepEqual(reasonsOf(change), ['This file is not in order: mend it first.']);
  });
});

describe('renaming a key', () => {
  it('is refused for a key that is there, and for one that is not', () => {
    const file = '/Workflows/A.json';
    checkRefusal(flow, { kind: 'rename-key', file, from: 'k', to: 'k' }, /has a key 'k' already/);
    checkRefusal(flow, { kind: 'rename-key', file, from: 'l', to: 'm' }, /has no key 'l'/);
  });
});
