/** `count(1, 'step')` → `1 step`, `count(2, 'entry', 'entries')` → `2 entries`. */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${n} ${n === 1 ? noun : plural}`;
}
