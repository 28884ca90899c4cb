/** Gives references other display names: one, or all of them by the naming that a configuration asks for. */
import { fold } from '../model/names';
import { connectorTitle } from '../project/customConnectors';
import { fillTemplate, followsNaming, isPartOf, wordsOf } from '../project/naming';
import type { DeclaredReference, Snapshot, Solution } from '../project/snapshot';
import { displayNamePlace } from '../project/declarationPlaces';
import { setDisplayName } from './declaration';
import type { Draft } from './draft';
import type { Outcome } from './plan';
import { valueOfWord } from './proposeNames';
import type { ApplyNamingRequest, RenameDisplayRequest } from './request';
import { wrongDisplayName } from './validNames';

export function renameDisplay(draft: Draft, { reference, displayName, file }: RenameDisplayRequest): Outcome {
  const { snapshot } = draft;
  const title = displayName.trim();
  const solution = file === undefined ? undefined : snapshot.solutionOf(file);
  const all = snapshot.declarationsOf(reference);
  const declarations = file === undefined ? all : all.filter((declared) => declared.solution === solution);
  const [first] = declarations;
  if (!first) return { refused: `No solution here declares '${reference}'.` };
  for (const declared of declarations) {
    const refused = wrongDisplayName(declared.solution, title, declared);
    if (refused !== undefined) return { refused };
  }
  for (const declared of declarations) rename(draft, declared, title);
  const others = all.filter((declared) => !declarations.includes(declared)).map((declared) => declared.solution.name);
  if (others.length > 0) {
    draft.note(
      `'${reference}' is declared in ${others.join(' and ')} too: the name of what is imported last is the one that holds.`,
    );
  }
  return `Rename '${first.title}' to '${title}'`;
}

export function applyNaming(draft: Draft, { file }: ApplyNamingRequest): Outcome {
  const { snapshot } = draft;
  const solution = file === undefined ? undefined : snapshot.solutionOf(file);
  if (file !== undefined && !solution) return { refused: 'This file belongs to no solution.' };
  const solutions = (solution ? [solution] : snapshot.solutions).filter(({ isManaged }) => !isManaged);
  const named = solutions.filter((one) => snapshot.configurationOf(one.file).naming.template !== undefined);
  if (named.length === 0) {
    return {
      refused: "No naming is configured: give 'naming.template' in connref.json, such as '{area} – {connector}'.",
    };
  }
  for (const one of named) applyTemplate(draft, snapshot, one);
  return 'Give display names by the naming template';
}

function rename(draft: Draft, declared: DeclaredReference, displayName: string): void {
  if (setDisplayName(draft, declared, displayName)) return;
  draft.leave(
    declared.at.file,
    `'${declared.logicalName}' has no display name that could be changed.`,
    declared.at.place,
  );
}

function applyTemplate(draft: Draft, snapshot: Snapshot, solution: Solution): void {
  const { naming } = snapshot.configurationOf(solution.file);
  const stays = solution.declarations.filter(({ title, connector }) => followsNaming(title, connector, naming));
  const taken = new Set(stays.map(({ title }) => fold(title)));
  for (const declared of solution.declarations) {
    if (stays.includes(declared)) continue;
    const { at } = declared;
    const name = nameByTemplate(snapshot, declared);
    if (typeof name !== 'string') {
      draft.leave(at.file, `'${declared.title}' stays: ${name.unknown}.`, displayNamePlace(declared));
    } else if (taken.has(fold(name))) {
      draft.leave(at.file, `'${declared.title}' stays: '${name}' is another reference.`, displayNamePlace(declared));
    } else if (!followsNaming(name, declared.connector, naming)) {
      const reason = `'${declared.title}' stays: '${name}' does not match the pattern ${naming.pattern ?? ''}.`;
      draft.leave(at.file, reason, displayNamePlace(declared));
    } else {
      taken.add(fold(name));
      rename(draft, declared, name);
    }
  }
}

/** The display name by the template; or what of it nobody can tell. */
export function nameByTemplate(snapshot: Snapshot, declared: DeclaredReference): string | { readonly unknown: string } {
  const { connector, solution } = declared;
  const { template } = snapshot.configurationOf(solution.file).naming;
  if (template === undefined) return { unknown: 'no naming template is configured' };
  if (connector === undefined) return { unknown: 'its connector is not known' };
  const words = wordsOf(template);
  const own = wordsOfOldName(declared.title, words, connectorTitle(snapshot, connector));
  const values = new Map(words.map((word) => [word, own.get(word) ?? valueOfWord(snapshot, solution, word)]));
  const unknown = words.find((word) => values.get(word) === undefined);
  if (unknown !== undefined) return { unknown: `nothing tells its {${unknown}}` };
  return fillTemplate(template, (word) => values.get(word) ?? '');
}

/** `HR - Teams | Bot` has the parts of `{area} – {connector} – {type}`, only put together in another way. */
function wordsOfOldName(title: string, words: readonly string[], connectorName: string): ReadonlyMap<string, string> {
  const parts = title.split(/\s+[-–—|:/]\s+|:\s+/).map((part) => part.trim());
  const fits =
    parts.length === words.length &&
    words.every((word, i) => word !== 'connector' || (parts[i] !== '' && isPartOf(parts[i] ?? '', connectorName)));
  const known = new Map(fits ? words.map((word, i) => [word, parts[i] ?? ''] as const) : []);
  return known.has('connector') ? known : new Map([['connector', connectorName]]);
}
