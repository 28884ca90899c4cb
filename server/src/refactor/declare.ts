/** "Declare it here too": lets a solution declare a reference as another solution of the workspace does. */
import { fold } from '../model/names';
import { givenBy } from '../project/declared';
import type { DeclaredReference, Snapshot, Solution } from '../project/snapshot';
import { contentOf, type XmlContent } from '../syntax/xmlEdit';
import { addToSettings } from './create';
import { addDeclaration, declarationContent, elementOf, reasonNotToDeclare } from './declaration';
import type { Draft } from './draft';
import type { Outcome } from './plan';
import type { DeclareRequest } from './request';

export function declare(draft: Draft, { file, reference }: DeclareRequest): Outcome {
  const { snapshot } = draft;
  const solution = snapshot.solutionOf(file);
  if (!solution)
    return { refused: draft.l10n.t('This file belongs to no solution, so nothing can be declared for it.') };
  const refused = declareIn(draft, snapshot, solution, reference);
  return refused === undefined ? draft.l10n.t("Declare '{0}' in {1} too", reference, solution.name) : { refused };
}

/**
 * @param snapshot may be older than the draft, by what this reference does not depend on.
 * @returns why it can't be done.
 */
export function declareIn(draft: Draft, snapshot: Snapshot, solution: Solution, reference: string): string | undefined {
  const declarations = snapshot.declarationsOf(reference);
  if (declarations.some((declared) => declared.solution === solution)) {
    return draft.l10n.t("{0} declares '{1}' already.", solution.name, reference);
  }
  const [source] = declarations;
  if (!source)
    return draft.l10n.t("No solution of the workspace declares '{0}', so nothing of it is known.", reference);
  const reason = reasonNotToDeclare(draft, snapshot, solution);
  if (reason !== undefined) return reason;
  addDeclaration(draft, snapshot, solution, contentAs(draft, solution, source));
  const { logicalName, title, declaration } = source;
  addToSettings(draft, snapshot, solution, { logicalName, connectorId: declaration.connectorId ?? '' });
  const namesake = solution.declarations.find((declared) => fold(declared.title) === fold(title));
  if (namesake) {
    draft.note(
      draft.l10n.t(
        "'{0}' of {1} has the display name '{2}' too: rename one of them.",
        namesake.logicalName,
        solution.name,
        title,
      ),
    );
  }
  return undefined;
}

/** Whether a solution would depend on another one of the workspace to have a reference. */
export function isForeign(snapshot: Snapshot, solution: Solution, reference: string): boolean {
  const declarations = snapshot.declarationsOf(reference);
  if (declarations.length === 0 || givenBy(solution, reference) !== undefined) return false;
  return declarations.every((declared) => declared.solution !== solution);
}

/** All that the other solution says of it; what is read of it where that one is no XML. */
function contentAs(draft: Draft, solution: Solution, source: DeclaredReference): XmlContent {
  const element = elementOf(draft, source);
  if (element) return contentOf(element);
  const { logicalName, displayName, connectorId, customConnectorGuid, description } = source.declaration;
  return declarationContent(draft, solution, {
    logicalName,
    displayName,
    connectorId,
    customConnectorGuid,
    description,
  });
}
