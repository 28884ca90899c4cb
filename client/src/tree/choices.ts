/** How somebody wants to see the tree: grouping and order are kept for the workspace, filters last until they are cleared. */
import { commands, EventEmitter, l10n, window, type ExtensionContext, type Memento } from 'vscode';
import type { TreeGrouping, TreeOptions } from '../../../server/src/lsp/protocol';

const groupings: readonly TreeGrouping[] = ['connector', 'solution', 'flow', 'environment'];
const orders: readonly Required<TreeOptions>['sort'][] = ['name', 'problems', 'use'];
const stateKey = 'connref.tree';

export function activateTreeChoices({ subscriptions, workspaceState }: ExtensionContext): TreeChoices {
  const choices = new TreeChoices(workspaceState);
  const register = (name: string, run: () => unknown): void => {
    subscriptions.push(commands.registerCommand(`connref.tree.${name}`, run));
  };
  // Menus of extensions have no check marks, so that each choice is a command with and one without.
  const registerChoice = (name: string, choose: () => unknown, chooseAgain = choose): void => {
    register(name, choose);
    register(`${name}.chosen`, chooseAgain);
  };
  for (const grouping of groupings) registerChoice(`groupBy.${grouping}`, () => choices.set({ grouping }));
  for (const sort of orders) registerChoice(`sortBy.${sort}`, () => choices.set({ sort }));
  registerChoice(
    'onlyProblems',
    () => choices.set({ onlyProblems: true }),
    () => choices.set({ onlyProblems: false }),
  );
  register('filter', async () => {
    const filter = await askFilter(choices.current.filter);
    if (filter !== undefined) await choices.set({ filter });
  });
  register('clearFilter', () => choices.set({ filter: '', onlyProblems: false }));
  subscriptions.push(choices);
  return choices;
}

export class TreeChoices {
  readonly #state: Memento;
  readonly #changed = new EventEmitter<undefined>();
  readonly onDidChange = this.#changed.event;
  #current: Required<TreeOptions>;

  constructor(state: Memento) {
    this.#state = state;
    const { grouping, sort } = state.get<TreeOptions>(stateKey, {});
    this.#current = {
      grouping: groupings.find((one) => one === grouping) ?? 'connector',
      sort: orders.find((one) => one === sort) ?? 'name',
      filter: '',
      onlyProblems: false,
    };
    void this.#tellMenus();
  }

  get current(): Required<TreeOptions> {
    return this.#current;
  }

  get isFiltered(): boolean {
    return this.#current.filter !== '' || this.#current.onlyProblems;
  }

  async set(chosen: TreeOptions): Promise<void> {
    this.#current = { ...this.#current, ...chosen };
    this.#changed.fire(undefined);
    const { grouping, sort } = this.#current;
    await this.#state.update(stateKey, { grouping, sort } satisfies TreeOptions);
    await this.#tellMenus();
  }

  /** The line above the tree; undefined where the whole tree is shown. */
  message(isEmpty: boolean): string | undefined {
    const { filter, onlyProblems } = this.#current;
    if (!this.isFiltered) return undefined;
    const shown =
      filter === ''
        ? l10n.t('Only what has problems.')
        : onlyProblems
          ? l10n.t("Filtered by '{0}', only what has problems.", filter)
          : l10n.t("Filtered by '{0}'.", filter);
    return isEmpty ? `${shown} ${l10n.t('Nothing is left.')}` : shown;
  }

  /** What VS Code knows a node by. */
  idOf(id: string): string {
    const { filter } = this.#current;
    return filter === '' ? id : `${filter}:${id}`;
  }

  dispose(): void {
    this.#changed.dispose();
  }

  async #tellMenus(): Promise<void> {
    const { grouping, sort, onlyProblems } = this.#current;
    const values = { grouping, sort, onlyProblems, isFiltered: this.isFiltered };
    for (const [name, value] of Object.entries(values)) {
      await commands.executeCommand('setContext', `connref.tree.${name}`, value);
    }
  }
}

async function askFilter(value: string): Promise<string | undefined> {
  const text = await window.showInputBox({
    title: l10n.t('Filter Tree'),
    prompt: l10n.t('A part of a name, logical name, key or connection id; empty for all'),
    value,
  });
  return text?.trim();
}
