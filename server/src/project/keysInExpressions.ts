/**
 * Connection keys in expressions outside a step's host: `@parameters('$connections')['<key>']…`. They are rare and no
 * facts, so the text is looked through when somebody asks for them.
 */
import type { FileId } from '../model/place';
import type { Documents } from './documents';
import { locate } from './locate';
import type { Snapshot } from './snapshot';
import { stepKeyPlace } from './stepPlaces';
import type { Occurrence } from './occurrence';
import { ofKey } from './occurrencesInFlow';

/** Empty for what is no flow. */
export function keysInExpressions(snapshot: Snapshot, documents: Documents, file: FileId): readonly Occurrence[] {
  const flow = snapshot.flowAt(file);
  if (!flow) return [];
  const text = documents.json(file)?.text ?? '';
  if (!text.includes('$connections')) return [];
  const { entries, steps } = flow.facts;
  const inHosts = new Set(
    steps
      .filter(({ key }) => key?.inExpression)
      .map((step) => locate(documents, { file, place: stepKeyPlace(step) }).start),
  );
  return Array.from(text.matchAll(keyExpression), (match): Occurrence => {
    const [, before = '', written = ''] = match;
    const start = match.index + before.length;
    const key = unescape(written);
    const place = { span: { start, end: start + written.length } };
    return ofKey(
      'use',
      flow,
      key,
      entries.find((entry) => entry.key === key),
      place,
    );
  }).filter(({ place }) => 'span' in place && !inHosts.has(place.span.start));
}

/** PowerShell writes the quotes of expressions as escapes. A quote within a key is doubled. */
const quote = String.raw`(?:'|\\u0027)`;
const keyExpression = new RegExp(
  String.raw`(parameters\(\s*${quote}\$connections${quote}\s*\)\s*\[\s*${quote})((?:(?!${quote})[^"]|${quote}{2})+)${quote}\s*\]`,
  'gi',
);

/** @returns what is written where that is no sound JSON. */
function unescape(written: string): string {
  try {
    return String(JSON.parse(`"${written}"`)).replaceAll("''", "'");
  } catch {
    return written;
  }
}
