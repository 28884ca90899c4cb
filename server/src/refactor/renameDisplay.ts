/** Gives references other display names: one, or all of them by the naming that a configuration asks for. */
import { english, type L10n } from '../base/l10n';
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
import { notDeclared, wrongDisplayName } from './validNames';

export function renameDisplay(draft: Draft, { reference, displayName, file }: RenameDisplayRequest): Outcome {
  const { snapshot } = draft;
  const title = displayName.trim();
  const solution = file === undefined ? undefined : snapshot.solutionOf(file);
  const all = snapshot.declarationsOf(reference);
  const declarations = file === undefined ? all : all.filter((declared) => declared.solution === solution);
  const [first] = declarations;
  if (!first) return { refused: notDeclared(draft.l10n, snapshot, reference) };
  for (const declared of declarations) {
    const refused = wrongDisplayName(draft.l10n, declared.solution, title, declared);
    if (refused !== undefined) return { refused };
  }
  for (const declared of declarations) rename(draft, declared, title);
  const others = all.filter((declared) => !declarations.includes(declared)).map((declared) => declared.solution.name);
  if (others.length > 0) {
    draft.note(
      draft.l10n.t(
        "'{0}' is declared in {1} too: the name of what is imported last is the one that holds.",
        reference,
        others.reduce((list, other) => draft.l10n.t('{0} and {1}', list, other)),
      ),
    );
  }
  return draft.l10n.t("Rename '{0}' to '{1}'", first.title, title);
}

export function applyNaming(draft: Draft, { file }: ApplyNamingRequest): Outcome {
  const { snapshot } = draft;
  const solution = file === undefined ? undefined : snapshot.solutionOf(file);
  if (file !== undefined && !solution) return { refused: draft.l10n.t('This file belongs to no solution.') };
  const solutions = (solution ? [solution] : snapshot.solutions).filter(({ isManaged }) => !isManaged);
  const named = solutions.filter((one) => snapshot.configurationOf(one.file).naming.template !== undefined);
  if (named.length === 0) {
    return {
      refused: draft.l10n.t(
        "No naming is configured: give 'naming.template' in connref.json, such as '{0}'.",
        '{area} – {connector}',
      ),
    };
  }
  for (const one of named) applyTemplate(draft, snapshot, one);
  return draft.l10n.t('Give display names by the naming template');
}

function rename(draft: Draft, declared: DeclaredReference, displayName: string): void {
  if (setDisplayName(draft, declared, displayName)) return;
  draft.leave(
    declared.at.file,
    draft.l10n.t("'{0}' has no display name that could be changed.", declared.logicalName),
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
    const name = nameByTemplate(snapshot, declared, draft.l10n);
    if (typeof name !== 'string') {
      draft.leave(at.file, name.unknown, displayNamePlace(declared));
    } else if (taken.has(fold(name))) {
      draft.leave(
        at.file,
        draft.l10n.t("'{0}' stays: '{1}' is another reference.", declared.title, name),
        displayNamePlace(declared),
      );
    } else if (!followsNaming(name, declared.connector, naming)) {
      const reason = draft.l10n.t(
        "'{0}' stays: '{1}' does not match the pattern {2}.",
        declared.title,
        name,
        naming.pattern ?? '',
      );
      draft.leave(at.file, reason, displayNamePlace(declared));
    } else {
      taken.add(fold(name));
      rename(draft, declared, name);
    }
  }
}

/** The display name by the template; or, in a sentence, what of it nobody can tell. */
export function nameByTemplate(
  snapshot: Snapshot,
  declared: DeclaredReference,
  l10n: L10n = english,
): string | { readonly unknown: string } {
  const { title } = declared;
  const { connector, solution } = declared;
  const { template } = snapshot.configurationOf(solution.file).naming;
  if (template === undefined) return { unknown: l10n.t("'{0}' stays: no naming template is configured.", title) };
  if (connector === undefined) return { unknown: l10n.t("'{0}' stays: its connector is not known.", title) };
  const words = wordsOf(template);
  const own = wordsOfOldName(title, words, connectorTitle(snapshot, connector));
  const values = new Map(words.map((word) => [word, own.get(word) ?? valueOfWord(snapshot, solution, word)]));
  const unknown = words.find((word) => values.get(word) === undefined);
  if (unknown !== undefined) return { unknown: l10n.t("'{0}' stays: nothing tells its {1}.", title, `{${unknown}}`) };
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
