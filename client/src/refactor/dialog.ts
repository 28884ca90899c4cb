/** Dialogs of several steps: each asks for one thing, knows how many there are, and leads back to the one before. */
import {
  l10n,
  QuickInputButtons,
  window,
  type Disposable,
  type InputBox,
  type InputBoxValidationMessage,
  type QuickPick,
  type QuickPickItem,
} from 'vscode';

export const back = Symbol('back');

/** What somebody gave; undefined when they thought better of it. */
export type Answer<T> = T | typeof back | undefined;

/** Goes on with what was given, if anything was. */
export function then<T, S>(answer: Answer<T>, next: (value: T) => S): Answer<S> {
  if (answer === undefined) return undefined;
  return answer === back ? back : next(answer);
}

/** Where a question stands. */
export interface Asking {
  readonly title: string;
  readonly step?: number;
  readonly totalSteps?: number;
  readonly canGoBack?: boolean;
}

/** Adds its answer to what is known. Who comes back to it finds what was answered before. */
export type Step<S> = (known: S, asking: Asking) => Promise<Answer<S>>;

/** @param stepsFor gives the steps; later ones may depend on what is known by then. */
export async function runSteps<S>(
  title: string,
  start: S,
  stepsFor: (known: S) => readonly Step<S>[],
): Promise<S | undefined> {
  let known = start;
  for (let at = 0; ;) {
    const steps = stepsFor(known);
    const step = steps[at];
    if (!step) return known;
    const position = steps.length > 1 ? { step: at + 1, totalSteps: steps.length } : {};
    const answer = await step(known, { title, canGoBack: at > 0, ...position });
    if (answer === undefined) return undefined;
    if (answer === back) at--;
    else {
      known = answer;
      at++;
    }
  }
}

export type Question = InputBox | QuickPick<QuickPickItem>;

/** VS Code shows one at a time. */
let shown: Question | undefined;

export function shownQuestion(): Question | undefined {
  return shown;
}

export interface Item<T> extends QuickPickItem {
  readonly value: T;
}

export interface PickOptions<T> {
  readonly placeholder: string;
  /** Of the list, what Enter takes. */
  readonly active?: (value: T) => boolean;
  /** An item for what somebody has typed, where that can be taken too. */
  readonly typed?: (text: string) => Item<T> | undefined;
}

/** Lets somebody choose one of a list. Separators are items without a value. */
export function pick<T>(
  asking: Asking,
  items: readonly (Item<T> | QuickPickItem)[],
  { placeholder, active, typed }: PickOptions<T>,
): Promise<Answer<T>> {
  const list = window.createQuickPick<Item<T> | QuickPickItem>();
  list.placeholder = placeholder;
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  list.items = items;
  const first = items.find((item) => active && 'value' in item && active(item.value));
  if (first) list.activeItems = [first];
  return ask(list, asking, (answer) => [
    list.onDidChangeValue((text) => {
      const own = text.trim() === '' ? undefined : typed?.(text.trim());
      if (typed) list.items = own ? [...items, own] : items;
    }),
    list.onDidAccept(() => {
      const [chosen] = list.activeItems;
      if (chosen && 'value' in chosen) answer(chosen.value);
    }),
  ]);
}

/** Lets somebody choose several of a list. */
export function pickMany<T>(
  asking: Asking,
  items: readonly Item<T>[],
  placeholder: string,
): Promise<Answer<readonly T[]>> {
  const list = window.createQuickPick<Item<T>>();
  list.placeholder = placeholder;
  list.matchOnDescription = true;
  list.matchOnDetail = true;
  list.canSelectMany = true;
  list.items = items;
  list.selectedItems = items.filter(({ picked }) => picked);
  return ask(list, asking, (answer) => [
    list.onDidAccept(() => {
      if (list.selectedItems.length > 0) answer(list.selectedItems.map(({ value }) => value));
      // Enter without a tick would seem to do nothing.
      else list.placeholder = l10n.t('Tick at least one. {0}', placeholder);
    }),
  ]);
}

export interface InputOptions {
  readonly value: string;
  readonly prompt: string;
  /** What is wrong with a text: as a text, it can't be taken. */
  readonly validate?: (text: string) => Promise<string | InputBoxValidationMessage | undefined>;
}

/** Lets somebody type a text, and tells what is wrong with it meanwhile. */
export function input(asking: Asking, { value, prompt, validate }: InputOptions): Promise<Answer<string>> {
  const box = window.createInputBox();
  box.value = value;
  box.prompt = prompt;
  const judge = async (): Promise<boolean> => {
    const text = box.value;
    const problem = await validate?.(text.trim());
    // Somebody may have typed on.
    if (text === box.value) box.validationMessage = problem;
    return typeof problem !== 'string';
  };
  return ask(box, asking, (answer) => [
    box.onDidChangeValue(() => void judge()),
    box.onDidAccept(async () => {
      const text = box.value.trim();
      if (await judge()) answer(text);
    }),
  ]);
}

/** Shows a question until it is answered, left, or led back from. */
async function ask<T>(
  question: Question,
  { title, step, totalSteps, canGoBack }: Asking,
  listen: (answer: (value: T) => void) => Disposable[],
): Promise<Answer<T>> {
  question.title = title;
  question.step = step;
  question.totalSteps = totalSteps;
  question.buttons = canGoBack ? [QuickInputButtons.Back] : [];
  // People look things up elsewhere while they answer.
  question.ignoreFocusOut = true;
  let listeners: readonly Disposable[] = [];
  try {
    return await new Promise<Answer<T>>((resolve) => {
      listeners = [
        ...listen(resolve),
        question.onDidTriggerButton(() => resolve(back)),
        question.onDidHide(() => resolve(undefined)),
      ];
      question.show();
      shown = question;
    });
  } finally {
    for (const listener of listeners) listener.dispose();
    question.dispose();
    if (shown === question) shown = undefined;
  }
}
