import assert from 'node:assert/strict';
import { english } from '../../src/base/l10n';
import { codeLenses, placesShown } from '../../src/features/codeLens';
import { locate } from '../../src/project/locate';
import { customizationsXml, flowText, openFixture, settingsText, textAt } from '../engine';

const declared = `//- /Other/Customizations.xml
${customizationsXml({ name: 'a', connector: 'shared_teams', title: 'A' }, { name: 'b', connector: 'shared_sql' })}
`;
const entries =
  '{ "k": { "connection": { "connectionReferenceLogicalName": "A" }, "api": { "name": "shared_teams" } }, "d": { "connection": {} } }';
const step = '{ "inputs": { "host": { "connectionName": "k" } } }';
const flow = `//- /Workflows/Notify.json\n${flowText(entries, `{ "Post": ${step}, "Reply": ${step} }`)}\n`;
const settings = `//- /settings/prod.json\n${settingsText({ a: '' })}\n//- /settings/test.json\n${settingsText({ a: 'x', b: '$(B)' })}\n`;

/** Each lens as the text below it, what it says, and what a click shows. */
function lenses(source: string, file: string): string[] {
  const { workspace } = openFixture(source);
  return codeLenses(workspace.snapshot, file, english).map(({ kind, place, title, shows }) => {
    const places = shows ? placesShown(workspace.snapshot, file, shows) : [];
    for (const at of places) assert.ok(locate(workspace.documents, at).end >= 0);
    const shown = places.map((at) => `${at.file} ${textAt(workspace, at)}`.trim());
    return `${textAt(workspace, { file, place })}: ${kind}: ${title} [${shown.join(', ')}]`;
  });
}

describe('code lenses', () => {
  it('tell of a declaration what uses it, and where nothing is bound', () => {
    assert.deepEqual(lenses(declared + flow + settings, '/Other/Customizations.xml'), [
      'a: uses: Used by 1 flow (2 steps) [/Workflows/Notify.json A, /Workflows/Notify.json k, /Workflows/Notify.json k]',
      'a: unbound: Not bound in prod [/settings/prod.json a]',
      'b: uses: Used by nothing in this workspace []',
      'b: unbound: Not bound in prod [/settings/prod.json]',
    ]);
  });

  it('name each environment once', () => {
    const [, unbound] = lenses(
      `${declared}${settings}//- /more/prod.json\n${settingsText({ a: '' })}\n`,
      '/Other/Customizations.xml',
    );
    assert.equal(unbound, 'a: unbound: Not bound in prod [/more/prod.json a, /settings/prod.json a]');
  });

  it('tell of an entry how many steps use it', () => {
    assert.deepEqual(lenses(declared + flow, '/Workflows/Notify.json'), [
      'k: uses: Used by 2 steps [/Workflows/Notify.json k, /Workflows/Notify.json k]',
      'd: uses: Used by no step []',
    ]);
  });

  it('tell of settings what is not bound and not listed', () => {
    assert.deepEqual(lenses(declared + settings, '/settings/prod.json'), [
      'ConnectionReferences: unbound: prod: 1 not bound, 1 not listed [/settings/prod.json a, /Other/Customizations.xml b]',
    ]);
    assert.deepEqual(lenses(declared + settings, '/settings/test.json'), []);
  });

  it('count what is neither flow nor app', () => {
    const variable = `//- /environmentvariabledefinitions/v/environmentvariabledefinition.xml
<environmentvariabledefinition schemaname="v"><connectionreferencelogicalname>b</connectionreferencelogicalname></environmentvariabledefinition>
`;
    assert.match(
      lenses(declared + variable, '/Other/Customizations.xml').join('\n'),
      /b: uses: Used by 1 environment variable \[/,
    );
  });
});
