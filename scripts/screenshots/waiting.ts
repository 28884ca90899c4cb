/** Waiting for what VS Code shows. Nothing here sleeps: everything goes on as soon as it is there. */
import type { Locator } from 'playwright-core';
import { eventually } from '../shared/processes';

/** Long enough for a machine that does other things too. */
export const waitMilliseconds = 120_000;
const answerMilliseconds = 3000;
const settledMilliseconds = 1000;

/** Asks again until VS Code shows it: it drops what was asked when the editor changes at the same moment. */
export async function untilShown(ask: () => Promise<void>, wanted: Locator): Promise<void> {
  const isShown = async (): Promise<boolean> => {
    await ask();
    return succeeds(() => wanted.waitFor({ timeout: answerMilliseconds }));
  };
  if (!(await eventually(isShown, waitMilliseconds))) throw new Error(`VS Code does not show ${String(wanted)}.`);
}

/** Whether something that may take too long, as clicks do, does not. */
export async function succeeds(action: () => Promise<void>): Promise<boolean> {
  try {
    await action();
    return true;
  } catch {
    return false;
  }
}

/** Waits until something that comes bit by bit does not change any more. */
export async function untilSettled(shown: () => Promise<string>): Promise<void> {
  let last = await shown();
  let since = performance.now();
  const isSettled = async (): Promise<boolean> => {
    const now = await shown();
    if (now !== last) since = performance.now();
    last = now;
    return performance.now() - since > settledMilliseconds;
  };
  if (!(await eventually(isSettled, waitMilliseconds))) throw new Error('VS Code never comes to rest.');
}
