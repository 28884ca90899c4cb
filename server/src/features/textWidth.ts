/**
 * How wide a text is, estimated, for pictures that are made where no font can be asked. Which font shows them is known
 * to nobody, so it is a little more than most fonts need.
 */

/** @returns the width in pixels, for a font of some pixels. */
export function estimateWidth(text: string, fontSize: number, isBold: boolean): number {
  const ems = Array.from(text).reduce((sum, character) => sum + emsOf(character), 0);
  return ems * fontSize * (isBold ? 1.1 : 1);
}

/** Tried in this order. */
const classes: readonly (readonly [RegExp, number])[] = [
  [/[iljI.,:;'|! ]/, 0.33],
  [/[frt()[\]{}/\\"*-]/, 0.45],
  [/[mwMW@%]/, 0.97],
  [/[a-z]/, 0.61],
  [/[A-Z&#+=<>~^]/, 0.72],
  [/[0-9_$?]/, 0.64],
  [/\p{M}/u, 0],
  [/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Extended_Pictographic}/u, 1.1],
  [/\p{Lu}/u, 0.78],
];

function emsOf(character: string): number {
  return classes.find(([of]) => of.test(character))?.[1] ?? 0.66;
}
