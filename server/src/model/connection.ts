/** What a connection's id tells of its connector. */
import { fold, isToken } from './names';

/**
 * The connector that an id of the form `shared-commondataser-<guid>` names, where that is surely not the given one. The
 * platform cuts such names to 20 characters.
 * @returns the name as in the id, without `shared-`; undefined for an id that names none, or the right one.
 */
export function otherConnectorOf(connectionId: string, connector: string): string | undefined {
  const named = /^(?:.*\/)?(shared-[a-z0-9-]+?)-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.exec(connectionId)?.[1];
  if (named === undefined || isToken(connectionId)) return undefined;
  const expected = fold(connector).replaceAll('_', '-');
  const isRight = expected.startsWith(fold(named)) || expected.slice(0, 20) === fold(named);
  return isRight ? undefined : named.replace(/^shared-/i, '');
}
