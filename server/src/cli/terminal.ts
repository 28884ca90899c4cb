/** What a terminal understands and what it must not get to see. */

/** Paints a text; gives it as it is where colours are off. */
export type Paint = (text: string, style: Style) => string;
export type Style = keyof typeof codes;

const codes = { bold: 1, dim: 2, underline: 4, red: 31, yellow: 33, blue: 34 } as const;

export function painter(hasColors: boolean): Paint {
  return hasColors ? (text, style) => `\u001b[${codes[style]}m${text}\u001b[0m` : (text) => text;
}

/** Colours are for terminals. `FORCE_COLOR` and `NO_COLOR` decide first, and the former wins, as in Node itself. */
export function wantsColors(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  const forced = env.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  return isTerminal && env.TERM !== 'dumb';
}

/** Shows control characters, also those that change the direction of writing, instead of sending them to the terminal. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, (unit) => {
    const code = unit.charCodeAt(0);
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
  });
}
