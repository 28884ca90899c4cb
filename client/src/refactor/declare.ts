/** Lets a solution declare a reference that another solution declares. */
import { l10n, window } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import type { ReferenceChoice, SolutionChoice, Target } from '../../../server/src/lsp/protocol';
import { applyRequest } from './apply';
import { chooseReference } from './chooseReference';
import { inventoryFor, solutionItem } from './choices';
import { pick, runSteps, then } from './dialog';

interface Declaring {
  readonly reference: ReferenceChoice | undefined;
  readonly solution?: SolutionChoice;
}

export async function declareReference(client: LanguageClient, target: Target): Promise<void> {
  const inventory = await inventoryFor(client, target.file);
  const { reference, steps } = chooseReference<Declaring>(inventory, target);
  const chosen = await runSteps<Declaring>(
    l10n.t('Declare Connection Reference in Another Solution'),
    { reference },
    () => [
      ...steps,
      async (known, asking) => {
        const solutions = inventory.solutions.filter(
          ({ isManaged, name }) => !isManaged && known.reference?.solutions.includes(name) === false,
        );
        if (solutions.length === 0) {
          void window.showInformationMessage(l10n.t('All unmanaged solutions of the workspace declare it already.'));
          return undefined;
        }
        const answer = await pick<SolutionChoice>(asking, solutions.map(solutionItem), {
          placeholder: l10n.t("The solution that is to declare '{0}' too", known.reference?.title ?? ''),
          active: ({ name }) => name === (known.solution?.name ?? inventory.solution),
        });
        return then(answer, (solution) => ({ ...known, solution }));
      },
    ],
  );
  if (!chosen?.reference || !chosen.solution) return;
  await applyRequest(client, { kind: 'declare', file: chosen.solution.file, reference: chosen.reference.logicalName });
}
