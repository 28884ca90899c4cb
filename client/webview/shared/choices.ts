/** Lists that open in a toolbar. */
import { html } from './dom';
import { l10n } from './l10n';

interface Choice {
  readonly value: string;
  readonly text: string;
}

/** Boxes to tick in a list that opens. Without any tick, all count. */
export class Choices {
  readonly element = html('details', { class: 'choices' });
  readonly #title: string;
  readonly #summary = html('summary');
  readonly #list = html('fieldset', { class: 'popup' });
  readonly #onChange: (chosen: readonly string[]) => void;
  #shown = '';

  constructor(title: string, onChange: (chosen: readonly string[]) => void) {
    this.#title = title;
    this.#onChange = onChange;
    this.element.append(this.#summary, this.#list);
    this.#list.addEventListener('change', () => onChange(this.#chosen()));
  }

  show(choices: readonly Choice[], chosen: readonly string[]): void {
    const known = chosen.filter((value) => choices.some((choice) => choice.value === value));
    this.#summary.textContent = known.length === 0 ? this.#title : `${this.#title} (${known.length})`;
    // The same boxes stay, so that the focus stays too.
    const shown = JSON.stringify(choices);
    if (shown !== this.#shown) this.#list.replaceChildren(...this.#rows(choices));
    this.#shown = shown;
    for (const box of this.#boxes()) box.checked = known.includes(box.value);
  }

  #rows(choices: readonly Choice[]): HTMLElement[] {
    const all = html('button', { type: 'button', class: 'entry' }, l10n.t('Show all'));
    all.addEventListener('click', () => this.#onChange([]));
    const rows = choices.map(({ value, text }) =>
      html('label', { class: 'check' }, html('input', { type: 'checkbox', value }), text),
    );
    return [html('legend', { class: 'unseen' }, this.#title), all, ...rows];
  }

  #boxes(): HTMLInputElement[] {
    return [...this.#list.querySelectorAll('input')];
  }

  #chosen(): string[] {
    return this.#boxes()
      .filter(({ checked }) => checked)
      .map(({ value }) => value);
  }
}

/** A list that is open closes by Escape and by a click elsewhere. */
export function closeOutside(toolbar: HTMLElement): void {
  const close = (except?: EventTarget | null): void => {
    for (const menu of toolbar.querySelectorAll('details')) {
      if (!(except instanceof Node) || !menu.contains(except)) menu.open = false;
    }
  };
  document.addEventListener('pointerdown', ({ target }) => close(target));
  toolbar.addEventListener('keydown', ({ key, target }) => {
    if (key !== 'Escape') return;
    const menu = target instanceof Element ? target.closest('details') : undefined;
    close();
    menu?.querySelector('summary')?.focus();
  });
}
