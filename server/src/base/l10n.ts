/**
 * Says texts in the language of who reads them. What makes texts is handed one of these, so that two readers of one
 * engine can have two languages and nothing has to be set beforehand.
 */
export interface L10n {
  /** @param message has `{0}`, `{1}`, … where the values belong. */
  t(message: string, ...values: readonly (string | number)[]): string;
}

/** The texts as they stand in the code, as the command line tells them. */
export const english: L10n = l10nFrom({});

/** @param bundle has the text of a language for each English one; where it has none, the English one is told. */
export function l10nFrom(bundle: Readonly<Record<string, string>>): L10n {
  return {
    t: (message, ...values) =>
      (Object.hasOwn(bundle, message) ? (bundle[message] ?? message) : message).replace(
        /\{(\d+)\}/g,
        (_, index: string) => String(values[Number(index)] ?? ''),
      ),
  };
}
