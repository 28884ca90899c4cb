/** Whether somebody calls a flow, whose connections it could run with, or it starts by itself. */
import type { Flow } from './snapshot';

/** True also where the triggers are unknown. */
export function mayHaveCaller({ facts: { triggerTypes } }: Flow): boolean {
  return triggerTypes.length === 0 || !triggerTypes.every((type) => withoutCaller.test(type));
}

/** A `Request` trigger is a button, an app, an agent or a parent flow: all have a caller. */
const withoutCaller = /^(Recurrence|SlidingWindow|(OpenApi|Api)Connection(Webhook|Notification)?)$/i;
