/** What is known of a connection reference, for hovers and wherever else it is explained: plain data, no markup. */
import type { FilePlace } from '../model/place';
import type { Connector } from '../model/connectors';

export type Card = ReferenceCard | DirectCard;

export interface ReferenceCard {
  readonly kind: 'reference';
  /** The display name; undefined when no solution of the workspace declares the reference, or it has none. */
  readonly title?: string;
  readonly logicalName: string;
  readonly connector?: Connector;
  readonly declaredIn: readonly DeclaredIn[];
  /** The base solution that gives it, where it is declared nowhere in the workspace. */
  readonly givenBy?: string;
  readonly environments: readonly EnvironmentRow[];
  readonly flows: number;
  readonly steps: number;
  readonly apps: number;
  readonly agents: number;
  /** Other references that are bound to the same connection somewhere. */
  readonly sameConnection: readonly { readonly environment: string; readonly references: number }[];
}

export interface DeclaredIn {
  readonly solution: string;
  readonly version?: string;
  readonly at: FilePlace;
}

export interface EnvironmentRow {
  readonly environment: string;
  readonly state: 'bound' | 'token' | 'unbound' | 'missing';
  /** The connection's id, or the token. */
  readonly connectionId?: string;
  /** The settings file's entry. */
  readonly at: FilePlace;
}

/** A key that uses a connection directly. */
export interface DirectCard {
  readonly kind: 'direct';
  readonly key: string;
  /** Undefined where the export left it out. */
  readonly connectionName?: string;
  readonly connector?: Connector;
  readonly steps: number;
}
