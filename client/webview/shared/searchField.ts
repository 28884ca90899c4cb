import { html } from './dom';

/** A field to search by, which the key for searching leads to from everywhere in the page. */
export function searchField(placeholder: string, label: string): HTMLInputElement {
  const field = html('input', { type: 'search', id: 'search', placeholder, 'aria-label': label, autocomplete: 'off' });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'f' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
  return field;
}
