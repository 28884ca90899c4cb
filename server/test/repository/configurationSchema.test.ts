/** Schema, registry, reader, manifest and README tell the same of `connref.json`. */
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { getLanguageService, TextDocument, type JSONSchema } from 'vscode-json-languageservice';
import { renderConfigurationSchema } from '../../../scripts/configurationSchema';
import { starterConfiguration } from '../../src/features/starterConfiguration';
import { configurationProperties, extractConfiguration } from '../../src/model/configuration';
import { rules } from '../../src/rules/registry';
import { contosoFolder, openContoso } from '../engine';

const file = 'schemas/connref.schema.json';
const schema = JSON.parse(fs.readFileSync(file, 'utf8')) as JSONSchema & {
  readonly properties: Readonly<Record<string, JSONSchema>>;
  readonly definitions: { readonly rules: { readonly properties: Readonly<Record<string, JSONSchema>> } };
};
const severities = ['error', 'warning', 'info', 'hint', 'off'];

describe('the schema of connref.json', () => {
  it('is what the rules and settings say (refresh it by `npm run docs`)', () => {
    assert.equal(fs.readFileSync(file, 'utf8'), renderConfigurationSchema());
  });

  it('has every setting that is read, with a description, and no other', () => {
    assert.deepEqual(Object.keys(schema.properties), [...configurationProperties]);
    assert.deepEqual(undescribed(schema.properties), []);
  });

  it('has every rule with its page, its summary and its severity', () => {
    const { properties } = schema.definitions.rules;
    assert.deepEqual(
      Object.keys(properties),
      rules.map(({ id }) => id),
    );
    assert.deepEqual(undescribed(properties), []);
    for (const { id, severity } of rules) {
      assert.equal(properties[id]?.default, severity);
      assert.deepEqual(properties[id].enum, severities);
      assert.ok(fs.existsSync(`docs/rules/${id}.md`), id);
    }
  });

  it('is contributed and packaged', () => {
    const { contributes } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as {
      readonly contributes: {
        readonly jsonValidation: readonly { readonly fileMatch: readonly string[]; readonly url: string }[];
        readonly languages: readonly {
          readonly id: string;
          readonly filenames?: readonly string[];
          readonly extensions?: readonly string[];
        }[];
      };
    };
    assert.deepEqual(contributes.jsonValidation[0], {
      fileMatch: ['connref.json', '*.connref.json'],
      url: `./${file}`,
    });
    const jsonc = contributes.languages.find(({ id }) => id === 'jsonc');
    assert.deepEqual([jsonc?.filenames, jsonc?.extensions], [['connref.json'], ['.connref.json']]);
    assert.ok(fs.readFileSync('.vscodeignore', 'utf8').split('\n').includes(`!${file}`));
  });

  it('is not alone: another one keeps guesses out of what Connref completes', () => {
    const { contributes } = JSON.parse(fs.readFileSync('package.json', 'utf8')) as {
      readonly contributes: { readonly jsonValidation: readonly { readonly url: string }[] };
    };
    const [, { url } = { url: '' }, ...others] = contributes.jsonValidation;
    assert.deepEqual(others, []);
    assert.deepEqual(Object.keys(JSON.parse(fs.readFileSync(url, 'utf8')) as object), [
      '$schema',
      'title',
      'description',
    ]);
    assert.ok(fs.readFileSync('.vscodeignore', 'utf8').includes(`!${url.slice(2)}`));
  });

  it('accepts the first configuration', async () => {
    const text = starterConfiguration(openContoso().snapshot, `${contosoFolder}/connref.json`);
    assert.deepEqual(await problemsOf(text), []);
  });

  it('accepts the example of the README, which shows every setting', async () => {
    const [, text = ''] = /```jsonc\n([^]*?)```/.exec(fs.readFileSync('README.md', 'utf8')) ?? [];
    assert.deepEqual(await problemsOf(text), []);
    const facts = extractConfiguration(text);
    assert.deepEqual([facts.problems, facts.issues], [[], []]);
    for (const name of configurationProperties.slice(1)) assert.ok(text.includes(`"${name}":`), name);
  });

  it('refuses what the reader refuses', async () => {
    for (const text of [
      '{ "ruels": {} }',
      '{ "rules": { "unused-conection-key": "off" } }',
      '{ "rules": { "unused-connection-key": "never" } }',
      '{ "extends": 1 }',
      '{ "overrides": {} }',
      '{ "environments": [{ "files": "a.json" }] }',
      '{ "environments": [{ "name": "dev", "files": "a.json", "strict": "yes" }] }',
      '{ "suppressions": [{ "files": "a.json" }] }',
      '{ "suppressions": [{ "rule": "unused-connection-key", "expires": "soon" }] }',
      '{ "connectors": { "groups": { "business": [1] } } }',
      '{ "baseline": [] }',
    ]) {
      assert.equal((await problemsOf(text)).length, 1, text);
    }
  });
});

/** What VS Code underlines in such a file. */
async function problemsOf(text: string): Promise<string[]> {
  const service = getLanguageService({});
  service.configure({ schemas: [{ uri: 'connref://schema', fileMatch: ['*'], schema }] });
  const document = TextDocument.create('file:///connref.json', 'jsonc', 1, text);
  const settings = { comments: 'ignore', trailingCommas: 'ignore' } as const;
  const problems = await service.doValidation(document, service.parseJSONDocument(document), settings);
  return problems.map(({ message }) => (typeof message === 'string' ? message : message.value));
}

/** Also those of settings within settings. */
function undescribed(properties: Readonly<Record<string, unknown>>, path = ''): string[] {
  return Object.entries(properties).flatMap(([name, value]) => {
    const { description, properties: own, items } = value as JSONSchema;
    const inItems = typeof items === 'object' && !Array.isArray(items) ? items.properties : undefined;
    return [
      ...(description === undefined ? [`${path}/${name}`] : []),
      ...undescribed({ ...own, ...inItems }, `${path}/${name}`),
    ];
  });
}
