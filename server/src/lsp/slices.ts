import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CancellationToken } from 'vscode-languageserver/node';

/** Short enough that a keystroke in between waits unnoticed. */
const sliceMilliseconds = 10;

/**
 * Goes over items and lets other messages come in between.
 * @returns whether it came to the end; false when the token said to stop.
 */
export async function inSlices<T>(
  items: Iterable<T>,
  token: CancellationToken | undefined,
  visit: (item: T) => void,
): Promise<boolean> {
  let end = performance.now() + sliceMilliseconds;
  for (const item of items) {
    if (performance.now() > end) {
      await nextTurn();
      end = performance.now() + sliceMilliseconds;
    }
    if (token?.isCancellationRequested) return false;
    visit(item);
  }
  return true;
}
