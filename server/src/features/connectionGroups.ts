/** The connections that references of one connector are bound to, over all environments. */
import { compare } from '../base/compare';
import type { L10n } from '../base/l10n';
import { fold } from '../model/names';
import type { FilePlace } from '../model/place';
import type { Snapshot } from '../project/snapshot';
import { environmentRows } from './card';

/** A connection; or what a pipeline fills in, or what is bound to nothing, in one environment. */
export interface ConnectionGroup {
  /** Unique among the groups of a connector, and the same as long as the connection is. */
  readonly key: string;
  /** The connection's id where the state is `bound`. */
  readonly label: string;
  readonly state: 'bound' | 'token' | 'unbound';
  /** Empty for references that no settings file could bind. */
  readonly environments: Set<string>;
  /** By folded logical name. */
  readonly references: Map<string, BoundReference>;
  readonly at?: FilePlace;
}

export interface BoundReference {
  /** As written. */
  readonly logicalName: string;
  readonly environments: Set<string>;
  /** The entries of the settings files; a file's start where it lacks one. */
  readonly places: FilePlace[];
}

/**
 * Bound connections first, then what a pipeline fills in, then what is bound to nothing.
 * @param wanted is an environment; it leaves out the others, and references that none of its files could bind.
 */
export function groupConnections(
  l10n: L10n,
  snapshot: Snapshot,
  references: Iterable<string>,
  wanted?: string,
): ConnectionGroup[] {
  const groups = new Map<string, ConnectionGroup>();
  const add = (group: Omit<ConnectionGroup, 'environments' | 'references'>, logicalName: string): Added => {
    const known = groups.get(group.key) ?? {
      ...group,
      environments: new Set<string>(),
      references: new Map<string, BoundReference>(),
    };
    groups.set(group.key, known);
    const reference = known.references.get(fold(logicalName)) ?? {
      logicalName,
      environments: new Set<string>(),
      places: [],
    };
    known.references.set(fold(logicalName), reference);
    return { group: known, reference };
  };
  for (const logicalName of references) {
    const all = environmentRows(snapshot, logicalName);
    const rows = wanted === undefined ? all : all.filter((row) => row.environment === wanted);
    if (all.length === 0 && wanted === undefined)
      add({ key: 'unbound', label: l10n.t('Not bound'), state: 'unbound' }, logicalName);
    for (const { environment, state, connectionId = '', at } of rows) {
      const label = connectionId.trim();
      const { group, reference } =
        state === 'bound'
          ? add({ key: `bound:${label}`, label, state, at }, logicalName)
          : state === 'token'
            ? add({ key: `token:${environment}`, label: l10n.t('Filled in by the pipeline'), state, at }, logicalName)
            : add({ key: `unbound:${environment}`, label: l10n.t('Not bound'), state: 'unbound', at }, logicalName);
      group.environments.add(environment);
      reference.environments.add(environment);
      reference.places.push(at);
    }
  }
  const order = { bound: 0, token: 1, unbound: 2 };
  return [...groups.values()].sort((a, b) => order[a.state] - order[b.state] || compare(a.key, b.key));
}

interface Added {
  readonly group: ConnectionGroup;
  readonly reference: BoundReference;
}

/** Enough to tell connections apart, and short enough to leave room for the environments. */
export function shortConnection(id: string): string {
  const name = id.slice(id.lastIndexOf('/') + 1);
  const readable = name.replace(/(-[0-9a-f]{8})-[0-9a-f]{4}-[0-9a-f-]+$/i, '$1…');
  return /^[0-9a-f]{32}$/i.test(readable) ? `${readable.slice(0, 12)}…` : readable;
}
