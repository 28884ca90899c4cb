/** Whose connection a step uses: that of the flow's owner, or of whoever runs the flow. */
import type { ConnectionEntry } from './facts';
import { fold } from './names';

export type RuntimeSource = 'embedded' | 'invoker';

/** Anything but `invoker`, in any case, runs as `embedded` does. */
export function runtimeSourceOf({ runtimeSource }: Pick<ConnectionEntry, 'runtimeSource'>): RuntimeSource {
  return fold(runtimeSource ?? '') === 'invoker' ? 'invoker' : 'embedded';
}
