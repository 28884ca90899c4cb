import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import * as path from 'node:path';
import { rules } from '../../src/rules/registry';
import { renderRuleDocs, renderRuleTable } from '../../../scripts/ruleDocs';

describe('documentation of the rules', () => {
  it('is what the rules say (refresh it by `npm run docs`)', () => {
    const folder = path.resolve('docs/rules');
    const onDisk = new Map(
      fs.readdirSync(folder).map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')]),
    );
    assert.deepEqual(onDisk, new Map(renderRuleDocs()));
  });

  it('stands in the README as a table', () => {
    const readme = withoutPadding(fs.readFileSync('README.md', 'utf8'));
    assert.ok(readme.includes(withoutPadding(renderRuleTable('docs/rules/'))));
  });

  it('has a file for each rule, named by its id', () => {
    const names = fs.readdirSync('server/src/rules');
    for (const { id } of rules) {
      const camelCase = id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
      assert.ok(names.includes(`${camelCase}.ts`), id);
    }
  });
});

/** Tables are laid out by the formatter. */
function withoutPadding(markdown: string): string {
  return markdown.replace(/ +/g, ' ').replace(/-{3,}/g, '---');
}
