import assert from 'node:assert/strict';
import { english } from '../../src/base/l10n';
import { documentLinks } from '../../src/features/documentLinks';
import { flowText, openFixture, settingsText } from '../engine';
import { describeSpan } from './navigation';

/** Links of a file as `'text' → target: tooltip`; checks that they are exactly what is marked there. */
function links(file: string, source: string): string[] {
  const { workspace, fixture } = openFixture(source);
  const found = documentLinks(workspace.snapshot, workspace.documents, file, english);
  const describe = (spans: readonly { readonly start: number; readonly end: number }[]): string[] =>
    spans.map((span) => describeSpan(workspace, file, span)).sort();
  assert.deepEqual(describe(found.map(({ span }) => span)), describe(fixture.spans.get(file) ?? []));
  return found.map(({ target, tooltip }) => `${target.kind === 'file' ? target.at.file : target.rule}: ${tooltip}`);
}

const guid = '0ef8c509-91aa-4bbe-a80e-0988a0b6613d';
const child = `//- /Workflows/Child-${guid}.json\n${flowText('{}')}\n`;

describe('document links', () => {
  it('lead from the GUID of a child flow to it, and say its name', () => {
    const call = (id: string): string => `{ "inputs": { "host": { "workflowReferenceName": "${id}" } } }`;
    const actions = `{ "Run": ${call(`⟦${guid}⟧`)}, "Gone": ${call('1ef8c509-91aa-4bbe-a80e-0988a0b6613d')} }`;
    assert.deepEqual(links('/Workflows/A.json', `//- /Workflows/A.json\n${flowText('{}', actions)}\n${child}`), [
      `/Workflows/Child-${guid}.json: Open flow 'Child'`,
    ]);
  });

  it('lead from a configuration to the files and rules that it names', () => {
    assert.deepEqual(
      links(
        '/connref.json',
        `//- /connref.json
{
  "extends": ["⟦base.connref.json⟧", "gone.connref.json"],
  "baseline": "⟦baseline.json⟧",
  "rules": { "⟦unused-connection-reference⟧": "off", "no-such-rule": "off" },
  "overrides": [{ "files": "x/**", "rules": { "⟦generated-name⟧": "hint" } }],
  "environments": [{ "name": "prod", "files": ["⟦settings/a.json⟧", "settings/*.json"] }],
  "suppressions": [{ "rule": "⟦merge-conflict⟧", "reason": "x" }, { "rule": "other", "reason": "x" }]
}
//- /base.connref.json
{}
//- /baseline.json
{ "connrefBaseline": 1, "findings": [] }
//- /settings/a.json
${settingsText({ x: '' })}
//- /settings/b.json
${settingsText({ x: '' })}
`,
      ),
      [
        '/base.connref.json: Open the file',
        '/baseline.json: Open the file',
        '/settings/a.json: Open the file',
        "unused-connection-reference: Read about 'unused-connection-reference'",
        "generated-name: Read about 'generated-name'",
        "merge-conflict: Read about 'merge-conflict'",
      ],
    );
  });

  it('are none in settings', () => {
    assert.deepEqual(links('/settings/a.json', `//- /settings/a.json\n${settingsText({ x: 'c' })}\n`), []);
  });
});
