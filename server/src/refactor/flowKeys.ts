/** The connection keys of a flow: added, used by other steps, and removed when nothing uses them any more. */
import type { ConnectionEntry, FlowFacts, Step } from '../model/facts';
import { extractFlow } from '../model/flow';
import { fold } from '../model/names';
import type { FileId } from '../model/place';
import { entryPath } from '../project/snapshot';
import { nodeAt, toValue } from '../syntax/json';
import { remove, setProperty, type JsonValue } from '../syntax/jsonEdit';
import type { Draft } from './draft';
import { bindEntry, editKey } from './entryEdits';

const entriesPath = ['properties', 'connectionReferences'];

/** What the flow says now, with all edits so far. The snapshot says it too, of the whole workspace and for more work. */
export function flowFactsNow(draft: Draft, file: FileId): FlowFacts {
  return extractFlow(draft.text(file) ?? '');
}

/** A key that the flow does not have: the wanted one, or that with a number, as the designer does. */
export function freeKey({ entries }: FlowFacts, wanted: string): string {
  const taken = new Set(entries.map(({ key }) => key.toLowerCase()));
  let key = wanted;
  for (let i = 1; taken.has(key.toLowerCase()); i++) key = `${wanted}_${i}`;
  return key;
}

/** Adds an entry, the last one, that is bound to a reference. */
export function addEntry(draft: Draft, file: FileId, key: string, connector: string, logicalName: string): void {
  const document = draft.json(file);
  if (!document) return;
  const entry = {
    runtimeSource: 'embedded',
    connection: { connectionReferenceLogicalName: logicalName },
    api: { name: connector },
  };
  const edits = nodeAt(document, entriesPath)
    ? setProperty(document, entriesPath, key, entry)
    : setProperty(document, ['properties'], 'connectionReferences', { [key]: entry }, { before: 'definition' });
  draft.edit(file, edits, draft.l10n.t("Add '{0}', bound to '{1}'", key, logicalName));
}

/** Adds an entry like that of `model`, behind it, that is bound to a reference. */
export function addEntryLike(draft: Draft, file: FileId, model: string, key: string, logicalName: string): void {
  const document = draft.json(file);
  const node = document && nodeAt(document, entryPath(model));
  if (!document || !node) return;
  const value = toValue({ ...document, root: node }) as JsonValue;
  const siblings = node.parent?.items ?? [];
  const before = siblings[siblings.indexOf(node) + 1]?.key?.name;
  const edits = setProperty(document, entriesPath, key, value, before === undefined ? {} : { before });
  draft.edit(file, edits, draft.l10n.t("Add '{0}', bound to '{1}'", key, logicalName));
  const added = flowFactsNow(draft, file).entries.find((entry) => entry.key === key);
  if (added) bindEntry(draft, file, added, logicalName);
}

/** Lets steps name a key, those that name none so far too. */
export function moveSteps(draft: Draft, file: FileId, steps: readonly Step[], key: string): void {
  for (const step of steps) {
    if (step.key?.name === key) continue;
    if (step.key) editKey(draft, file, step, key);
    else nameKey(draft, file, step, key);
  }
}

/** Whether two entries run on the same connection, in the same person's name. */
export function isAlike(a: ConnectionEntry, b: ConnectionEntry): boolean {
  return (
    fold(a.logicalName ?? '') === fold(b.logicalName ?? '') &&
    a.logicalName !== undefined &&
    fold(a.runtimeSource ?? 'embedded') === fold(b.runtimeSource ?? 'embedded') &&
    fold(a.impersonation ?? '') === fold(b.impersonation ?? '')
  );
}

/** Lets another key stand for each of these that runs on the same connection: one that was there before, else the first. */
export function joinKeys(draft: Draft, file: FileId, keys: ReadonlySet<string>): void {
  const { entries, steps } = flowFactsNow(draft, file);
  const joined = new Set<string>();
  for (const entry of entries.filter(({ key }) => keys.has(key))) {
    const alike = entries.filter((other) => isAlike(entry, other));
    const target = alike.find(({ key }) => !keys.has(key)) ?? alike[0];
    if (!target || target.key === entry.key) continue;
    joined.add(entry.key);
    moveSteps(
      draft,
      file,
      steps.filter(({ key }) => key?.name === entry.key),
      target.key,
    );
  }
  if (joined.size > 0) removeUnusedKeys(draft, file, joined);
}

/** Removes the entries of these keys that no step and no expression uses; all such entries without them. */
export function removeUnusedKeys(draft: Draft, file: FileId, among?: ReadonlySet<string>): void {
  const { entries, steps, otherKeyUses } = flowFactsNow(draft, file);
  const used = new Set([...steps.map(({ key }) => key?.name), ...otherKeyUses]);
  const going = entries.filter(({ key }) => !used.has(key) && (among?.has(key) ?? true));
  const document = draft.json(file);
  if (!document) return;
  draft.edit(
    file,
    remove(
      document,
      going.map(({ key }) => entryPath(key)),
    ),
    going.map(({ key }) => draft.l10n.t("Remove '{0}', which nothing uses", key)).join('; '),
  );
}

function nameKey(draft: Draft, file: FileId, step: Step, key: string): void {
  const document = draft.json(file);
  if (!document) return;
  const host = [...step.path, 'inputs', 'host'];
  const isOpenApi = /^OpenApi/i.test(step.type);
  const edits = isOpenApi
    ? setProperty(document, host, 'connectionName', key, { before: 'operationId' })
    : setProperty(document, host, 'connection', {
        name: `@parameters('$connections')['${key.replaceAll("'", "''")}']['connectionId']`,
      });
  draft.edit(file, edits, draft.l10n.t("Let '{0}' use '{1}'", step.name, key));
}
