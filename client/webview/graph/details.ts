/** Beside the graph: all that is known of the selected node. */
import type { Graph, GraphNode } from '../../../server/src/features/graphModel';
import { button, html } from '../shared/dom';
import { l10n } from '../shared/l10n';
import { countProblems, kindNames, severityNames } from './words';

export interface DetailsEvents {
  onOpen(id: string): void;
  onAround(id: string): void;
  onExpand(id: string): void;
  /** Puts the node back into its group. */
  onCollapse(group: string): void;
  onClose(): void;
}

const mostProblems = 20;

export class Details {
  readonly element = html('aside', { class: 'details', 'aria-label': l10n.t('Selected node'), hidden: '' });
  readonly #events: DetailsEvents;

  constructor(events: DetailsEvents) {
    this.#events = events;
  }

  /** @param group is the one that the node came out of. */
  show(node: GraphNode | undefined, graph: Graph, group: string | undefined): void {
    this.element.hidden = !node;
    if (!node) return;
    const { kind, label, fullName, detail, environments, solutions, problems } = node;
    const names = graph.solutions.filter(({ id }) => solutions.includes(id)).map(({ name }) => name);
    const close = button('×', l10n.t('Close'), () => this.#events.onClose());
    close.classList.add('close');
    this.element.replaceChildren(
      html(
        'div',
        { class: 'about' },
        html('p', { class: 'kind' }, node.group ? l10n.t('Group of {0}', node.group.members.length) : kindNames[kind]),
        html('h2', {}, label),
        ...facts([fullName, detail === fullName ? undefined : detail]),
        ...fact(l10n.t('Solutions'), names),
        ...fact(l10n.t('Environments'), environments),
        this.#actions(node, group),
      ),
      ...problemList(problems),
      close,
    );
  }

  #actions({ id, hasPlace, group: own }: GraphNode, group: string | undefined): HTMLElement {
    const actions = html('div', { class: 'actions' });
    const add = (text: string, onClick: () => void): void => {
      const made = html('button', { type: 'button' }, text);
      made.addEventListener('click', onClick);
      actions.append(made);
    };
    if (hasPlace) add(l10n.t('Open'), () => this.#events.onOpen(id));
    if (own) add(l10n.t('Expand'), () => this.#events.onExpand(id));
    else add(l10n.t('Show only what belongs to it'), () => this.#events.onAround(id));
    if (group !== undefined) add(l10n.t('Collapse'), () => this.#events.onCollapse(group));
    return actions;
  }
}

function facts(texts: readonly (string | undefined)[]): HTMLElement[] {
  return texts.flatMap((text) => (text === undefined ? [] : [html('p', { class: 'fact' }, text)]));
}

function fact(title: string, values: readonly string[]): HTMLElement[] {
  return values.length === 0 ? [] : [html('p', { class: 'fact' }, `${title}: ${values.join(', ')}`)];
}

function problemList(problems: GraphNode['problems']): HTMLElement[] {
  if (problems.length === 0) return [];
  const items = problems
    .slice(0, mostProblems)
    .map(({ severity, message }) =>
      html('li', { class: severity }, html('strong', {}, `${severityNames[severity]}: `), message),
    );
  const more = problems.length - items.length;
  return [
    html(
      'div',
      { class: 'problems' },
      html('h3', {}, countProblems(problems)),
      html('ul', {}, ...items),
      ...(more > 0 ? [html('p', { class: 'fact' }, l10n.t('and {0} more', more))] : []),
    ),
  ];
}
