/** Gives a connection reference another logical name, and a key of a flow another one: whoever names it follows. */
import { Multimap } from '../base/multimap';
import { baseName, fold } from '../model/names';
import type { FileId, Place } from '../model/place';
import { locate } from '../project/locate';
import type { OccurrenceAt } from '../project/occurrence';
import { occurrencesOf } from '../project/occurrences';
import type { Snapshot } from '../project/snapshot';
import type { Draft } from './draft';
import type { Outcome } from './plan';
import type { RenameKeyRequest, RenameRequest } from './request';
import { wrongCharacters, wrongLogicalName } from './validNames';
import { moveYamlDeclaration } from './yamlDeclaration';

export function rename(draft: Draft, { from, to }: RenameRequest): Outcome {
  const { snapshot } = draft;
  const places = occurrencesOf(snapshot, draft, { kind: 'reference', logicalName: from });
  const refused = whyNot(snapshot, places, from, to);
  if (refused !== undefined) return { refused };
  const [declared] = snapshot.declarationsOf(from);
  const prefix = declared?.solution.prefix;
  if (prefix !== undefined && !fold(to).startsWith(`${fold(prefix)}_`)) {
    draft.note(
      `'${to}' does not begin with '${prefix}_', the prefix of the publisher of ${declared?.solution.name ?? ''}.`,
    );
  }
  tellCopies(draft, snapshot, from);
  write(draft, places, to, `Rename '${from}' to '${to}'`);
  for (const declared of snapshot.declarationsOf(from)) moveYamlDeclaration(draft, snapshot, declared, to);
  return `Rename '${from}' to '${to}'`;
}

export function renameKey(draft: Draft, { file, from, to }: RenameKeyRequest): Outcome {
  const { snapshot } = draft;
  const flow = snapshot.flowAt(file);
  const entry = flow?.facts.entries.find(({ key }) => key === from);
  if (!flow || !entry) return { refused: `The flow has no key '${from}'.` };
  if (!/^[^\p{Cc}\p{Surrogate}]{1,200}$/u.test(to) || to.trim() === '') return { refused: `'${to}' can't be a key.` };
  if (flow.facts.entries.some(({ key }) => key === to)) return { refused: `The flow has a key '${to}' already.` };
  const places = occurrencesOf(snapshot, draft, { kind: 'key', flow, key: from, entry });
  write(draft, places, to, `Rename the key '${from}' to '${to}'`);
  return `Rename the key '${from}' to '${to}'`;
}

function whyNot(snapshot: Snapshot, places: readonly OccurrenceAt[], from: string, to: string): string | undefined {
  if (places.length === 0) return `Nothing here is named '${from}'.`;
  if (from === to) return `'${from}' is its name already.`;
  if (fold(from) === fold(to)) return wrongCharacters(to);
  if (snapshot.names.has(fold(to)) && snapshot.declarationsOf(to).length === 0) {
    return `'${to}' is used already: with the new name, nobody could tell the two apart.`;
  }
  return wrongLogicalName(snapshot, to, snapshot.declarationsOf(from)[0]?.connector ?? '');
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
      draft.note(`The other copy of ${copy.name} in '${baseName(copy.root)}' is not changed.`);
    }
  }
}
