/** Where the parts of a declaration stand. */
import type { PathPlace } from '../model/place';
import type { DeclaredReference } from './snapshot';

/** The display name; the logical name where there is none. */
export function displayNamePlace({ declaration }: DeclaredReference): PathPlace {
  return { path: declaration.displayNamePath ?? declaration.logicalNamePath };
}
