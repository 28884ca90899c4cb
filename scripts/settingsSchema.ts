/**
 * Writes what VS Code knows of the setting `connref.rules` into the manifest. The rules in it come from the rules
 * themselves. A test fails when the manifest is stale.
 */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { rules } from '../server/src/rules/registry';
import { severities } from '../server/src/rules/rule';

/** The whole manifest as it should stand on disk, but for its layout. */
export function withRuleSettings(manifest: string): string {
  const value = JSON.parse(manifest) as {
    contributes: { configuration: { properties: Record<string, object> } };
  };
  const { properties } = value.contributes.configuration;
  properties['connref.rules'] = { ...properties['connref.rules'], properties: ruleSettings };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** The default is told by the words: as a value, VS Code would show and write it as if a person had chosen it. */
const ruleSettings = Object.fromEntries(
  rules.map(({ id, severity, docs }) => [
    id,
    {
      type: 'string',
      enum: [...severities, 'off'],
      description: `${docs.summary.replaceAll('`', "'")} Default: ${severity}.`,
    },
  ]),
);

export function writeRuleSettings(file: string): void {
  fs.writeFileSync(file, withRuleSettings(fs.readFileSync(file, 'utf8')));
}

if (require.main === module) writeRuleSettings(path.resolve('package.json'));
