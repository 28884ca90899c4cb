/** Answers dialogs as somebody does who reads them. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../src/api';
import { waitFor } from './helpers';

type Question = NonNullable<ReturnType<Api['question']>>;
type List = vscode.QuickPick<vscode.QuickPickItem>;

/** The question that begins like this, when it is asked. */
export function asked(api: Api, beginning: string): Promise<Question> {
  return waitFor(() => {
    const question = api.question();
    return question && wordsOf(question).startsWith(beginning) && question;
  }, `the question '${beginning}'`);
}

/** Waits for a list, and gives what it shows of each item, and above them, in one line each. */
export async function listed(api: Api, beginning: string): Promise<string[]> {
  const question = await asked(api, beginning);
  assert.ok('items' in question);
  return question.items.map(({ label, description, detail, kind }) =>
    kind === vscode.QuickPickItemKind.Separator
      ? `— ${label}`
      : [label, description, detail].filter((part) => part !== undefined && part !== '').join(' | '),
  );
}

/** Takes the item of a list whose label begins like this; the one that is proposed without it. */
export async function choose(api: Api, beginning: string, label?: string): Promise<void> {
  const question = (await asked(api, beginning)) as List;
  if (label !== undefined) await goTo(question, itemOf(question, label));
  await accept();
}

/** Ticks items of a list, and no others. */
export async function tick(api: Api, beginning: string, ...labels: readonly string[]): Promise<void> {
  const question = (await asked(api, beginning)) as List;
  const wanted = new Set(labels.map((label) => itemOf(question, label)));
  for (const item of question.items.filter((one) => wanted.has(one) !== question.selectedItems.includes(one))) {
    await goTo(question, item);
    await vscode.commands.executeCommand('workbench.action.quickPickManyToggle');
    await waitFor(() => wanted.has(item) === question.selectedItems.includes(item), `the tick of '${item.label}'`);
  }
  await accept();
}

/** Gives a text instead of the proposed one. */
export async function type(api: Api, beginning: string, text: string): Promise<void> {
  const question = await asked(api, beginning);
  question.value = text;
  await accept();
}

export async function goBack(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.quickInputBack');
}

/** Leaves the dialog, as Escape does. */
export async function leave(api: Api, beginning: string): Promise<void> {
  await asked(api, beginning);
  await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
  await waitFor(() => api.question() === undefined, 'the dialog to go');
}

/** By the arrow keys: what is made active from outside is overtaken by what the list shows first. */
async function goTo(question: List, item: vscode.QuickPickItem): Promise<void> {
  await waitFor(async () => {
    if (question.activeItems[0] === item) return true;
    await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
    return question.activeItems[0] === item;
  }, `'${item.label}' to be chosen`);
}

function accept(): Thenable<unknown> {
  return vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
}

function itemOf({ items }: List, label: string): vscode.QuickPickItem {
  const item = items.find((one) => one.label.startsWith(label));
  assert.ok(item, `No item begins with '${label}': ${items.map((one) => one.label).join(', ')}.`);
  return item;
}

function wordsOf(question: Question): string {
  return ('items' in question ? question.placeholder : question.prompt) ?? '';
}
