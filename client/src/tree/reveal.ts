/** Selects in the tree what the cursor of the editor is on: by a command, and all the time where somebody wants it. */
import { commands, Disposable, l10n, window, workspace, type TextEditor, type TreeView } from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { treePathAtMethod, type TreePathAtParams, type TreePathAtResult } from '../../../server/src/lsp/protocol';
import type { Connections, Element } from '../connections';
import type { TreeChoices } from './choices';
import { locationOf } from './location';

/** Long enough to leave out the places that somebody only passes. */
const restMilliseconds = 150;

export function activateReveal(
  client: LanguageClient,
  view: TreeView<Element>,
  connections: Connections,
  choices: TreeChoices,
): Disposable[] {
  const reveal = new Reveal(client, view, connections, choices);
  let timer: NodeJS.Timeout | undefined;
  const follow = (editor: TextEditor | undefined): void => {
    clearTimeout(timer);
    if (!editor || !view.visible || !workspace.getConfiguration('connref').get<boolean>('tree.followCursor', false))
      return;
    timer = setTimeout(() => void reveal.at(editor, { focus: false }), restMilliseconds);
  };
  return [
    commands.registerCommand('connref.revealInTree', () => reveal.command()),
    window.onDidChangeTextEditorSelection(({ textEditor }) => follow(textEditor)),
    window.onDidChangeActiveTextEditor(follow),
    new Disposable(() => clearTimeout(timer)),
  ];
}

class Reveal {
  readonly #client: LanguageClient;
  readonly #view: TreeView<Element>;
  readonly #connections: Connections;
  readonly #choices: TreeChoices;

  constructor(client: LanguageClient, view: TreeView<Element>, connections: Connections, choices: TreeChoices) {
    this.#client = client;
    this.#view = view;
    this.#connections = connections;
    this.#choices = choices;
  }

  async command(): Promise<void> {
    const editor = window.activeTextEditor;
    if (!editor) return;
    if (await this.at(editor, { focus: true })) return;
    const nothing = l10n.t('The tree has nothing that stands here.');
    if (!this.#choices.isFiltered) return void window.showInformationMessage(nothing);
    const all = l10n.t('Show the Whole Tree');
    const hidden = l10n.t('The tree shows nothing that stands here. Its filter may hide it.');
    if ((await window.showInformationMessage(hidden, all)) !== all) return;
    await this.#choices.set({ filter: '', onlyProblems: false });
    if (!(await this.at(editor, { focus: true }))) void window.showInformationMessage(nothing);
  }

  /** @returns whether the tree has it. */
  async at(editor: TextEditor, { focus }: { readonly focus: boolean }): Promise<boolean> {
    if (!focus && (await this.#isSelected(editor))) return true;
    const { code2ProtocolConverter: convert } = this.#client;
    const params: TreePathAtParams = {
      ...this.#choices.current,
      uri: convert.asUri(editor.document.uri),
      position: convert.asPosition(editor.selection.active),
    };
    try {
      const ids = await this.#client.sendRequest<TreePathAtResult>(treePathAtMethod, params);
      const element = await this.#elementOf(ids);
      if (!element) return false;
      await this.#view.reveal(element, { select: true, focus, expand: false });
    } catch (error) {
      // The tree has changed meanwhile, and will show what has become of it.
      this.#client.outputChannel.appendLine(`Reveal in tree: ${String(error)}`);
    }
    return true;
  }

  /** A thing may stand at several nodes: who has clicked one of them wants to stay there. */
  async #isSelected({ document, selection }: TextEditor): Promise<boolean> {
    const [selected] = this.#view.selection;
    const location = selected && (await locationOf(this.#client, selected.node));
    return location?.uri.toString() === document.uri.toString() && location.range.contains(selection.active);
  }

  async #elementOf(ids: TreePathAtResult): Promise<Element | undefined> {
    let parent: Element | undefined;
    for (const id of ids) {
      const node = (await this.#connections.nodesBelow(parent?.node.id)).find((one) => one.id === id);
      if (!node) return undefined;
      parent = { node, parent };
    }
    return parent;
  }
}
