/** What stands in the cells: words and signs beside the colours. */
import type { CellState, MatrixCell, MatrixRow } from '../../../server/src/features/matrixModel';
import { markText } from '../../../server/src/features/matrixWords';
import { html } from '../shared/dom';
import { l10n } from '../shared/l10n';

export function fillCell(element: HTMLElement, { state, values, marks }: MatrixCell): void {
  element.className = `value ${state}`;
  const word = stateWords[state];
  element.replaceChildren(
    ...values.map((value) => html('span', { class: 'connection' }, value)),
    ...(word === undefined ? [] : [badge(signs[state] ?? '', word, 'state')]),
    ...marks.map((mark) => badge('⚠', markText(l10n, mark), 'mark')),
  );
}

export function rowHeader({ title, logicalName }: MatrixRow): HTMLElement {
  return html(
    'th',
    { role: 'rowheader', scope: 'row', class: 'name' },
    html('span', { class: 'title' }, title),
    ...(title === logicalName ? [] : [html('span', { class: 'detail' }, logicalName)]),
  );
}

function badge(sign: string, text: string, kind: string): HTMLElement {
  return html('span', { class: kind }, html('span', { class: 'sign', 'aria-hidden': 'true' }, sign), text);
}

const stateWords: Readonly<Record<CellState, string | undefined>> = {
  bound: undefined,
  token: l10n.t('filled in by a pipeline'),
  unbound: l10n.t('empty'),
  missing: l10n.t('missing'),
  stale: l10n.t('stale: no such reference'),
  none: l10n.t('not named'),
};

const signs: Readonly<Partial<Record<CellState, string>>> = {
  token: '⟳',
  unbound: '○',
  missing: '✕',
  stale: '?',
  none: '–',
};
