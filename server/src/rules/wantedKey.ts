import type { ConnectionEntry, Step } from '../model/facts';
import { fold } from '../model/names';
import type { Flow } from '../project/snapshot';

/** The entry that a step means when it names a logical name or a connection instead of a key; undefined otherwise. */
export function wantedKey({ facts: { entries } }: Flow, { key }: Step): ConnectionEntry | undefined {
  if (!key || entries.some((entry) => entry.key === key.name)) return undefined;
  const name = fold(key.name.slice(key.name.lastIndexOf('/') + 1));
  return entries.find(
    ({ logicalName, connectionName }) => fold(logicalName ?? '') === name || fold(connectionName ?? '') === name,
  );
}
