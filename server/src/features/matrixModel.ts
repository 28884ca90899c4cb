/** References by environments, as plain data: it travels to pages and reports. Names are text, never markup. */
import type { Connector } from '../model/connectors';

export interface Matrix {
  /** In the order of the cells of each row. */
  readonly environments: readonly string[];
  /** By display name. */
  readonly rows: readonly MatrixRow[];
  /** Unique names of the solutions that declare any of the references. */
  readonly solutions: readonly string[];
}

/** A connection reference. */
export interface MatrixRow {
  readonly logicalName: string;
  /** The display name; the logical name where there is none. */
  readonly title: string;
  /** Undefined where neither a declaration nor a flow nor a settings file tells it. */
  readonly connector?: Connector;
  /** Unique names of the solutions that declare it; none for an entry that is left of a reference that is gone. */
  readonly solutions: readonly string[];
  readonly cells: readonly MatrixCell[];
}

export interface MatrixCell {
  readonly state: CellState;
  /** What is entered: of a connection the id, or the token. Several where files of the environment disagree. */
  readonly values: readonly string[];
  readonly marks: readonly CellMark[];
}

/**
 * `missing`: a solution of the settings file declares the reference, and the file has no entry. `stale`: the file has an
 * entry, and its solutions have no such reference. `none`: no settings file of the environment is about the reference.
 */
export type CellState = 'bound' | 'token' | 'unbound' | 'missing' | 'stale' | 'none';

/** Something that can't be right beside the other cells. */
export type CellMark =
  /** A connection lives in one environment, and another one has it too. */
  | { readonly kind: 'same-connection'; readonly environments: readonly string[] }
  /** The entry names, or the connection's id begins with, a connector that is not that of the reference. */
  | { readonly kind: 'other-connector'; readonly connector: string }
  /** Settings files of the environment bind the reference to different connections. */
  | { readonly kind: 'disagreement' };

/** Whether somebody has to do something about a cell. A token is normal: a pipeline fills it in. */
export function isProblem({ state, marks }: MatrixCell): boolean {
  return state === 'unbound' || state === 'missing' || state === 'stale' || marks.length > 0;
}
