/** A list of things to do, which opens by a click on its title. */
import { html } from './dom';

export interface MenuEntry {
  readonly text: string;
  readonly act: () => void;
}

export function menu(title: string, entries: readonly MenuEntry[]): HTMLElement {
  const element = html('details', { class: 'choices right' }, html('summary', {}, title));
  const list = html('div', { class: 'popup' });
  for (const { text, act } of entries) {
    const entry = html('button', { type: 'button', class: 'entry' }, text);
    entry.addEventListener('click', () => {
      element.open = false;
      act();
    });
    list.append(entry);
  }
  element.append(list);
  return element;
}
