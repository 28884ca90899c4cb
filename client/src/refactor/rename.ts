/** Renames references: their logical names everywhere, or the display names that makers see. */
import { commands, InputBoxValidationSeverity, l10n } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
  namesMethod,
  type NamesParams,
  type NamesResult,
  type ReferenceChoice,
  type Target,
} from '../../../server/src/lsp/protocol';
import { applyRequest, planChange } from './apply';
import { inventoryFor, solutionItem } from './choices';
import { input, pick, runSteps, then, type Step } from './dialog';
import { chooseReference } from './chooseReference';

interface Renaming {
  readonly reference: ReferenceChoice | undefined;
  readonly name?: string;
}

/** Where the cursor is on a name, VS Code's own rename does it in place. */
export async function renameReference(client: LanguageClient, target: Target, isAtCursor: boolean): Promise<void> {
  if (isAtCursor && (target.reference ?? target.key) !== undefined) {
    await commands.executeCommand('editor.action.rename');
    return;
  }
  const chosen = await askName(client, target, l10n.t('Rename Connection Reference'), (reference, judge) => ({
    value: reference.logicalName,
    prompt: l10n.t('The new logical name, in all files of the workspace'),
    validate: async (logicalName) => {
      const { wrongLogicalName, oddLogicalName } = await judge({ logicalName });
      if (oddLogicalName === undefined) return wrongLogicalName;
      return { message: oddLogicalName, severity: InputBoxValidationSeverity.Warning };
    },
  }));
  if (chosen) await applyRequest(client, { kind: 'rename', from: chosen.reference.logicalName, to: chosen.name });
}

export async function renameDisplayName(client: LanguageClient, target: Target): Promise<void> {
  const chosen = await askName(client, target, l10n.t('Rename Display Name'), (reference, judge) => ({
    value: reference.title,
    prompt: l10n.t("The new display name of '{0}'", reference.logicalName),
    validate: async (displayName) => (await judge({ displayName })).wrongDisplayName,
  }));
  if (!chosen) return;
  const { reference, name } = chosen;
  await applyRequest(client, { kind: 'rename-display', reference: reference.logicalName, displayName: name });
}

/** Gives the references of a solution, or of all, the display names that the naming template asks for. */
export async function applyNaming(client: LanguageClient, target: Target): Promise<void> {
  // Where no naming is configured, there is nothing to choose.
  const { refused } = await planChange(client, { kind: 'apply-naming' });
  if (refused !== undefined) return applyRequest(client, { kind: 'apply-naming' });
  const { solutions, solution } = await inventoryFor(client, target.file);
  const unmanaged = solutions.filter(({ isManaged }) => !isManaged);
  const all = { label: l10n.t('All solutions of the workspace'), value: undefined };
  const items = [...unmanaged.map(solutionItem).map((item) => ({ ...item, value: item.value.file })), all];
  const chosen = await runSteps<{ readonly file?: string | undefined }>(l10n.t('Apply Naming Template'), {}, () => [
    async (_, asking) => {
      const answer = await pick<{ readonly file: string | undefined }>(
        asking,
        items.map((item) => ({ ...item, value: { file: item.value } })),
        {
          placeholder: l10n.t('The solution whose references are renamed'),
          active: ({ file }) => unmanaged.some((one) => one.file === file && one.name === solution),
        },
      );
      return then(answer, ({ file }) => ({ file }));
    },
  ]);
  if (!chosen) return;
  const { file } = chosen;
  await applyRequest(client, { kind: 'apply-naming', ...(file !== undefined && { file }) });
}

type Judge = (typed: Pick<NamesParams, 'displayName' | 'logicalName'>) => Promise<NamesResult>;
type Question = (reference: ReferenceChoice, judge: Judge) => Parameters<typeof input>[1];

async function askName(
  client: LanguageClient,
  target: Target,
  title: string,
  question: Question,
): Promise<{ readonly reference: ReferenceChoice; readonly name: string } | undefined> {
  const inventory = await inventoryFor(client, target.file);
  const { steps, reference } = chooseReference<Renaming>(inventory, target);
  const nameStep: Step<Renaming> = async (known, asking) => {
    const one = known.reference;
    if (!one) return undefined;
    const solution = inventory.solutions.find(({ name }) => one.solutions.includes(name));
    const judge: Judge = (typed) => {
      const { logicalName, connector = '' } = one;
      const params: NamesParams = { file: solution?.file ?? '', connector, reference: logicalName, ...typed };
      return client.sendRequest<NamesResult>(namesMethod, params);
    };
    return then(await input(asking, question(one, judge)), (name) => ({ ...known, name }));
  };
  const chosen = await runSteps<Renaming>(title, { reference }, () => [...steps, nameStep]);
  return chosen?.reference && chosen.name !== undefined
    ? { reference: chosen.reference, name: chosen.name }
    : undefined;
}
