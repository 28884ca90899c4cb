/** The manifest, the README and what is read tell the same of VS Code's settings. */
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { withRuleSettings } from '../../../scripts/settingsSchema';
import { readEditorSettings } from '../../src/project/editorSettings';
import { rules } from '../../src/rules/registry';

interface Setting {
  readonly type: string;
  readonly default: unknown;
  readonly scope: string;
  readonly description?: string;
  readonly markdownDescription?: string;
  readonly properties?: Readonly<Record<string, { readonly enum: readonly string[]; readonly description: string }>>;
}

const manifest = fs.readFileSync('package.json', 'utf8');
const { contributes } = JSON.parse(manifest) as {
  readonly contributes: { readonly configuration: { readonly properties: Readonly<Record<string, Setting>> } };
};
const settings = contributes.configuration.properties;

describe('the settings of VS Code', () => {
  it('have every rule as it is (refresh them by `npm run docs`)', () => {
    assert.deepEqual(JSON.parse(manifest), JSON.parse(withRuleSettings(manifest)));
    assert.deepEqual(
      Object.keys(settings['connref.rules']?.properties ?? {}),
      rules.map(({ id }) => id),
    );
  });

  it('are described, and named in the README', () => {
    const readme = fs.readFileSync('README.md', 'utf8');
    for (const [name, { description, markdownDescription, scope }] of Object.entries(settings)) {
      assert.ok(description ?? markdownDescription, name);
      assert.ok(['resource', 'window', 'machine'].includes(scope), name);
      assert.ok(readme.includes(`\`${name}\``), `${name} is missing in the README`);
    }
  });

  it('change nothing as long as nobody sets them', () => {
    const defaults = Object.fromEntries(
      Object.entries(settings).map(([name, setting]) => [name.replace('connref.', ''), setting.default]),
    );
    assert.deepEqual(readEditorSettings(defaults), readEditorSettings({}));
  });

  it('take each severity that they offer', () => {
    for (const [rule, { enum: severities }] of Object.entries(settings['connref.rules']?.properties ?? {})) {
      for (const severity of severities) {
        assert.deepEqual(readEditorSettings({ rules: { [rule]: severity } }).rules, { [rule]: severity });
      }
    }
  });
});
