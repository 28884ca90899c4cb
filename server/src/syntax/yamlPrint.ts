/** Writes YAML texts. Reading is `yaml.ts`'s. */
import { stringify } from 'yaml';
import type { JsonValue } from './jsonTree';

/** Gives the text of a file. Texts that YAML would take for something else are quoted. */
export function printYaml(value: JsonValue): string {
  return stringify(value, { lineWidth: 0, singleQuote: true });
}

/** Gives a text as it stands behind a name. */
export function printYamlText(text: string): string {
  return printYaml(text).trimEnd();
}
