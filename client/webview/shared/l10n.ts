/** Texts in the language of VS Code: the extension puts its bundle into the page. */

const bundle = readBundle();

export const l10n = {
  /** @param message has `{0}`, `{1}`, … where the arguments belong. */
  t(message: string, ...values: readonly (string | number)[]): string {
    return (bundle[message] ?? message).replace(/\{(\d+)\}/g, (_, index: string) =>
      String(values[Number(index)] ?? ''),
    );
  },
};

function readBundle(): Readonly<Record<string, string>> {
  return JSON.parse(document.body.dataset.texts ?? '{}') as Record<string, string>;
}
