/** Which names a connection reference can have. Each function gives the reason, in a whole sentence, why one can't. */
import { describeConnector, isKnownConnector } from '../model/connectors';
import { fold } from '../model/names';
import { givenBy } from '../project/declared';
import type { DeclaredReference, Snapshot, Solution } from '../project/snapshot';

/** No known limit: exports hold names of 119 characters, and this one only keeps mistakes out. */
const longestName = 200;

export function wrongConnector(connector: string): string | undefined {
  if (/^shared_[a-z0-9_-]+$/i.test(connector)) return undefined;
  const meant = `shared_${fold(connector)}`;
  const advice = isKnownConnector(meant)
    ? `Did you mean '${meant}'?`
    : "Connectors are named as in 'shared_office365'.";
  return `'${connector}' is no connector. ${advice}`;
}

export function wrongLogicalName(snapshot: Snapshot, logicalName: string, connector: string): string | undefined {
  const wrong = wrongCharacters(logicalName);
  if (wrong !== undefined) return wrong;
  const [declared] = snapshot.declarationsOf(logicalName);
  if (declared) {
    return `There is a connection reference '${declared.logicalName}' already, in ${declared.solution.name}.`;
  }
  for (const solution of snapshot.solutions) {
    const base = givenBy(solution, logicalName);
    if (base !== undefined)
      return `There is a connection reference '${logicalName}' already, in the base solution ${base}.`;
  }
  return usedForAnother(snapshot, logicalName, connector);
}

export function wrongCharacters(logicalName: string): string | undefined {
  if (logicalName === '') return 'A connection reference needs a logical name.';
  const wrong = /[^A-Za-z0-9_.-]/u.exec(logicalName)?.[0];
  if (wrong !== undefined) {
    return `The logical name '${logicalName}' can't hold '${wrong}': letters from a to z, digits, '_', '.' and '-' can be used.`;
  }
  if (!/^[A-Za-z]/.test(logicalName)) return `The logical name '${logicalName}' has to begin with a letter.`;
  if (logicalName.length > longestName) {
    return `The logical name '${logicalName}' has ${logicalName.length} characters; ${longestName} are possible.`;
  }
  return undefined;
}

/** @param except the reference that is to be renamed. */
export function wrongDisplayName(
  { name, declarations }: Solution,
  displayName: string,
  except?: DeclaredReference,
): string | undefined {
  if (displayName.trim() === '') return 'A connection reference needs a display name.';
  if (/[\p{Cc}\p{Surrogate}\u2028\u2029]/u.test(displayName))
    return "A display name can't hold line breaks or control characters.";
  const other = declarations.find(
    (declared) =>
      fold(declared.declaration.displayName ?? '') === fold(displayName) &&
      (!except || fold(declared.logicalName) !== fold(except.logicalName)),
  );
  return other && `'${other.logicalName}' of ${name} has the display name '${displayName}' already.`;
}

/** A name that is used but declared nowhere can be declared, for the connector that its users expect. */
function usedForAnother(snapshot: Snapshot, logicalName: string, connector: string): string | undefined {
  const connectors = snapshot
    .usesOf(logicalName)
    .flatMap((use) => (use.by === 'flow' ? use.entry.connector?.name : use.connector) ?? []);
  const other = connectors.find((name) => fold(name) !== fold(connector));
  return other && `'${logicalName}' is used already, for ${describeConnector(other).title}.`;
}
