/** Writes the rules' documentation from the rules themselves. A test fails when the pages on disk are stale. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { rules } from '../server/src/rules/registry';
import type { Rule } from '../server/src/rules/rule';

/** The pages by file name, the index among them. */
export function renderRuleDocs(): ReadonlyMap<string, string> {
  const pages = rules.map((rule) => [`${rule.id}.md`, renderPage(rule)] as const);
  return new Map([['README.md', renderIndex()], ...pages]);
}

export function writeRuleDocs(folder: string): void {
  fs.mkdirSync(folder, { recursive: true });
  for (const name of fs.readdirSync(folder)) fs.rmSync(path.join(folder, name));
  for (const [name, page] of renderRuleDocs()) fs.writeFileSync(path.join(folder, name), page);
}

/** The table of the README, so that it can be kept in step. */
export function renderRuleTable(folder: string): string {
  const rows = rules.map(
    ({ id, severity, docs }) => `| [\`${id}\`](${folder}${id}.md) | ${severity} | ${docs.summary} |`,
  );
  return ['| Rule | Default | Found when |', '| --- | --- | --- |', ...rows].join('\n');
}

function renderIndex(): string {
  return `# The rules\n\n${renderRuleTable('')}\n`;
}

function renderPage({ id, severity, unnecessary, docs }: Rule): string {
  const fade = unnecessary ? ' Editors show it faded.' : '';
  return [
    `# ${id}`,
    docs.summary,
    `Default severity: **${severity}**.${fade}`,
    docs.details,
    '## Found',
    ...docs.bad.map((example) => renderExample(example)),
    '## Not found',
    ...docs.good.map((example) => renderExample(example)),
  ]
    .join('\n\n')
    .concat('\n');
}

/** What is found is told below the file, since code blocks can't mark it. */
function renderExample(example: string): string {
  const files = example.split(/^\/\/- /m).slice(1);
  return files.map(renderFile).join('\n\n');
}

function renderFile(section: string): string {
  const lineEnd = section.indexOf('\n');
  const name = section.slice(0, lineEnd).trim().replace(/^\//, '');
  const marked = section.slice(lineEnd + 1).trim();
  const found = Array.from(marked.matchAll(/⟦(.*?)⟧/g), ([, text]) => `\`${text ?? ''}\``);
  const code = ['```' + languageOf(name), marked.replace(/[⟦⟧]/g, ''), '```'].join('\n');
  return [`\`${name}\``, code, ...(found.length > 0 ? [`Found at ${found.join(', ')}.`] : [])].join('\n\n');
}

function languageOf(name: string): string {
  if (name.endsWith('connref.json')) return 'jsonc';
  return name.endsWith('.json') ? 'json' : 'xml';
}

if (require.main === module) writeRuleDocs(path.resolve('docs/rules'));
