/** A field within a cell. Enter takes what is entered; Escape, and going elsewhere, leave all as it was. */
import { html } from '../shared/dom';

export interface CellEdit {
  readonly label: string;
  readonly value: string;
  readonly proposals: readonly string[];
  /** @param entered undefined when it was given up. */
  readonly onEnd: (entered: string | undefined) => void;
}

export function editCell(cell: HTMLElement, { label, value, proposals, onEnd }: CellEdit): void {
  const input = html('input', { type: 'text', 'aria-label': label, list: 'connections', spellcheck: 'false' });
  input.value = value;
  const list = html('datalist', { id: 'connections' }, ...proposals.map((id) => html('option', { value: id })));
  let hasEnded = false;
  const end = (entered?: string): void => {
    if (hasEnded) return;
    hasEnded = true;
    onEnd(entered);
  };
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') end(input.value.trim());
    else if (event.key === 'Escape') end();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  input.addEventListener('blur', () => end());
  cell.replaceChildren(input, list);
  input.focus();
  input.select();
}
