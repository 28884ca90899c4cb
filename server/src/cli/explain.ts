/** The rules' pages, which lie beside the program: they can be read without a network. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { rules } from '../rules/registry';

/** @returns undefined where there is no such rule. */
export function readRulePage(rule: string): string | undefined {
  if (!rules.some(({ id }) => id === rule)) return undefined;
  return fs.readFileSync(path.join(__dirname, '..', 'docs', 'rules', `${rule}.md`), 'utf8');
}
