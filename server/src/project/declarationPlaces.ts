/** Where the parts of a declaration stand. */
import type { PathPlace } from '../model/place';
import type { DeclaredReference } from './snapshot';

/** The display name; the logical name where there is none. */
export function displayNamePlace({ declaration: { path, displayName } }: DeclaredReference): PathPlace {
  return {
    path: [...path, displayName === undefined ? '@connectionreferencelogicalname' : 'connectionreferencedisplayname'],
  };
}
