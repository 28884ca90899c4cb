/** Gives a connection reference another logical name, and a key of a flow another one: whoever names it follows. */
import type { L10n } from '../base/l10n';
import { Multimap } from '../base/multimap';
import { baseName, fold } from '../model/names';
import type { FileId, Place } from '../model/place';
import { locate } from '../project/locate';
import { findNearName } from '../project/nearName';
import type { OccurrenceAt } from '../project/occurrence';
import { occurrencesOf } from '../project/occurrences';
import type { Snapshot } from '../project/snapshot';
import type { Draft } from './draft';
import type { Outcome } from './plan';
import type { RenameKeyRequest, RenameRequest } from './request';
import { wrongCharacters, wrongLogicalName } from './validNames';
import { moveYamlDeclaration } from './yamlDeclaration';

export function rename(draft: Draft, request: RenameRequest): Outcome {
  return inFull(draft, request.from, () => renameReference(draft, request));
}

export function renameKey(draft: Draft, request: RenameKeyRequest): Outcome {
  return inFull(draft, request.from, () => renameKeyOfFlow(draft, request));
}

/** Whoever keeps the old name breaks, so half a rename is none. Other changes can leave things as they are. */
function inFull(draft: Draft, from: string, make: () => Outcome): Outcome {
  const before = draft.left.length;
  const outcome = make();
  const left = draft.left[before];
  if (!left) return outcome;
  return {
    refused: draft.l10n.t(
      "Nothing is renamed, since '{0}' would keep the name '{1}'. {2}",
      left.at.file,
      from,
      left.reason,
    ),
  };
}

function renameReference(draft: Draft, { from, to }: RenameRequest): Outcome {
  const { snapshot } = draft;
  const places = occurrencesOf(snapshot, draft, { kind: 'reference', logicalName: from });
  const refused = whyNot(draft.l10n, snapshot, places, from, to);
  if (refused !== undefined) return { refused };
  const [declared] = snapshot.declarationsOf(from);
  const prefix = declared?.solution.prefix;
  if (prefix !== undefined && !fold(to).startsWith(`${fold(prefix)}_`)) {
    draft.note(
      draft.l10n.t(
        "'{0}' does not begin with '{1}_', the prefix of the publisher of {2}.",
        to,
        prefix,
        declared?.solution.name ?? '',
      ),
    );
  }
  tellCopies(draft, snapshot, from);
  write(draft, places, to, draft.l10n.t("Rename '{0}' to '{1}'", from, to));
  for (const declared of snapshot.declarationsOf(from)) moveYamlDeclaration(draft, snapshot, declared, to);
  return draft.l10n.t("Rename '{0}' to '{1}'", from, to);
}

function renameKeyOfFlow(draft: Draft, { file, from, to }: RenameKeyRequest): Outcome {
  const { snapshot } = draft;
  const flow = snapshot.flowAt(file);
  const entry = flow?.facts.entries.find(({ key }) => key === from);
  if (!flow || !entry) return { refused: draft.l10n.t("The flow has no key '{0}'.", from) };
  if (!/^[^\p{Cc}\p{Surrogate}]{1,200}$/u.test(to) || to.trim() === '')
    return { refused: draft.l10n.t("'{0}' can't be a key.", to) };
  if (flow.facts.entries.some(({ key }) => key === to))
    return { refused: draft.l10n.t("The flow has a key '{0}' already.", to) };
  const places = occurrencesOf(snapshot, draft, { kind: 'key', flow, key: from, entry });
  write(draft, places, to, draft.l10n.t("Rename the key '{0}' to '{1}'", from, to));
  return draft.l10n.t("Rename the key '{0}' to '{1}'", from, to);
}

function whyNot(
  l10n: L10n,
  snapshot: Snapshot,
  places: readonly OccurrenceAt[],
  from: string,
  to: string,
): string | undefined {
  if (places.length === 0) {
    const near = findNearName(snapshot, from, undefined);
    return near
      ? l10n.t("Nothing here is named '{0}'. Did you mean '{1}'?", from, near.logicalName)
      : l10n.t("Nothing here is named '{0}'.", from);
  }
  if (from === to) return l10n.t("'{0}' is its name already.", from);
  if (fold(from) === fold(to)) return wrongCharacters(l10n, to);
  if (snapshot.names.has(fold(to)) && snapshot.declarationsOf(to).length === 0) {
    return l10n.t("'{0}' is used already: with the new name, nobody could tell the two apart.", to);
  }
  return wrongLogicalName(l10n, snapshot, to, snapshot.declarationsOf(from)[0]?.connector ?? '');
}

/** Writes the name at all places; where a file holds it within quotes, it is escaped as that needs. */
export function write(draft: Draft, places: readonly OccurrenceAt[], name: string, label: string): void {
  const byFile = new Multimap<FileId, OccurrenceAt>();
  for (const at of places) byFile.add(at.file, at);
  for (const [file, here] of byFile.entries()) {
    if (!draft.mayEdit(file)) continue;
    const edits = here
      .map(({ place }) => ({
        span: locate(draft, { file, place }),
        newText: isInExpression(place) ? inExpression(name) : inJson(name),
      }))
      .filter(({ span }) => span.start < span.end);
    const unique = new Map(edits.map((edit) => [edit.span.start, edit]));
    draft.edit(file, [...unique.values()], label);
  }
}

/** Expressions that are no facts are found in the text, and known by their spans. */
function isInExpression(place: Place): boolean {
  return 'span' in place || place.part !== undefined;
}

function inJson(name: string): string {
  return JSON.stringify(name).slice(1, -1);
}

function inExpression(name: string): string {
  return inJson(name.replaceAll("'", "''"));
}

/** An export beside the source keeps the old name until it is made anew. */
function tellCopies(draft: Draft, snapshot: Snapshot, logicalName: string): void {
  for (const [copy] of snapshot.copies) {
    if (copy.declarations.some((declared) => fold(declared.logicalName) === fold(logicalName))) {
      draft.note(draft.l10n.t("The other copy of {0} in '{1}' is not changed.", copy.name, baseName(copy.root)));
    }
  }
}
