/** A place that stands for something, and how the common ones are made. */
import type { Path } from '../base/path';
import { connectorName } from '../model/names';
import { connectorPlace, type FilePlace, type Place } from '../model/place';
import type { Subject } from './subject';

export interface Occurrence {
  readonly subject: Subject;
  readonly place: Place;
  /**
   * Whether the thing is declared here, or used. What stands at an `about` means it without naming it, as the display
   * name of a reference does: it explains itself and leads to the declaration, but is no reference and never renamed.
   */
  readonly role: 'declaration' | 'use' | 'about';
  /** What stands at the place, without escapes. */
  readonly name: string;
}

export type OccurrenceAt = Occurrence & FilePlace;

type Role = Occurrence['role'];

export function ofReference(role: Role, logicalName: string, place: Place, name = logicalName): Occurrence {
  return { subject: { kind: 'reference', logicalName }, place, role, name };
}

export function ofConnector(role: Role, name: string, place: Place): Occurrence {
  return { subject: { kind: 'connector', name }, place, role, name };
}

/** Empty for what is no connector's id, but an expression or a group of operations. */
export function ofConnectorId(id: string | undefined, path: Path): readonly Occurrence[] {
  const name = id === undefined || !/\/apis\/|^shared_/i.test(id) ? undefined : connectorName(id);
  return id === undefined || name === undefined ? [] : [ofConnector('use', name, connectorPlace(path, id))];
}

export function ofVariable(role: Role, schemaName: string, path: Path): Occurrence {
  return { subject: { kind: 'variable', schemaName }, place: { path }, role, name: schemaName };
}

/** @param place of a longer text that holds the name behind other things. */
export function ofSolution(role: Role, uniqueName: string, place: Place): Occurrence {
  return { subject: { kind: 'solution', uniqueName }, place, role, name: uniqueName };
}

export function ofFlow(role: Role, guid: string, place: Place, name = guid): Occurrence {
  return { subject: { kind: 'flow', guid }, place, role, name };
}
