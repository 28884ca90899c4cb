/** Which names a connection reference can have. Each function gives the reason, in a whole sentence, why one can't. */
import type { L10n } from '../base/l10n';
import { describeConnector, isKnownConnector } from '../model/connectors';
import { fold } from '../model/names';
import { givenBy } from '../project/declared';
import { findNearName } from '../project/nearName';
import type { DeclaredReference, Snapshot, Solution } from '../project/snapshot';

/** No known limit: exports hold names of 119 characters, and this one only keeps mistakes out. */
const longestName = 200;

export function wrongConnector(l10n: L10n, connector: string): string | undefined {
  if (/^shared_[a-z0-9_-]+$/i.test(connector)) return undefined;
  const meant = `shared_${fold(connector)}`;
  return isKnownConnector(meant)
    ? l10n.t("'{0}' is no connector. Did you mean '{1}'?", connector, meant)
    : l10n.t("'{0}' is no connector. Connectors are named as in 'shared_office365'.", connector);
}

/** Says that nothing is named so, and what may be meant. */
export function notDeclared(l10n: L10n, snapshot: Snapshot, logicalName: string): string {
  const near = findNearName(snapshot, logicalName, undefined);
  return near
    ? l10n.t("No solution here declares '{0}'. Did you mean '{1}'?", logicalName, near.logicalName)
    : l10n.t("No solution here declares '{0}'.", logicalName);
}

export function wrongLogicalName(
  l10n: L10n,
  snapshot: Snapshot,
  logicalName: string,
  connector: string,
): string | undefined {
  const wrong = wrongCharacters(l10n, logicalName);
  if (wrong !== undefined) return wrong;
  const [declared] = snapshot.declarationsOf(logicalName);
  if (declared) {
    return l10n.t(
      "There is a connection reference '{0}' already, in {1}.",
      declared.logicalName,
      declared.solution.name,
    );
  }
  for (const solution of snapshot.solutions) {
    const base = givenBy(solution, logicalName);
    if (base !== undefined)
      return l10n.t("There is a connection reference '{0}' already, in the base solution {1}.", logicalName, base);
  }
  return usedForAnother(l10n, snapshot, logicalName, connector);
}

export function wrongCharacters(l10n: L10n, logicalName: string): string | undefined {
  if (logicalName === '') return l10n.t('A connection reference needs a logical name.');
  const wrong = /[^A-Za-z0-9_.-]/u.exec(logicalName)?.[0];
  if (wrong !== undefined) {
    return l10n.t(
      "The logical name '{0}' can't hold '{1}': letters from a to z, digits, '_', '.' and '-' can be used.",
      logicalName,
      wrong,
    );
  }
  if (!/^[A-Za-z]/.test(logicalName)) return l10n.t("The logical name '{0}' has to begin with a letter.", logicalName);
  if (logicalName.length > longestName) {
    return l10n.t(
      "The logical name '{0}' has {1} characters; {2} are possible.",
      logicalName,
      logicalName.length,
      longestName,
    );
  }
  return undefined;
}

/** @param except the reference that is to be renamed. */
export function wrongDisplayName(
  l10n: L10n,
  { name, declarations }: Solution,
  displayName: string,
  except?: DeclaredReference,
): string | undefined {
  if (displayName.trim() === '') return l10n.t('A connection reference needs a display name.');
  if (/[\p{Cc}\p{Surrogate}\u2028\u2029]/u.test(displayName))
    return l10n.t("A display name can't hold line breaks or control characters.");
  const other = declarations.find(
    (declared) =>
      fold(declared.declaration.displayName ?? '') === fold(displayName) &&
      (!except || fold(declared.logicalName) !== fold(except.logicalName)),
  );
  return other && l10n.t("'{0}' of {1} has the display name '{2}' already.", other.logicalName, name, displayName);
}

/** A name that is used but declared nowhere can be declared, for the connector that its users expect. */
function usedForAnother(l10n: L10n, snapshot: Snapshot, logicalName: string, connector: string): string | undefined {
  const connectors = snapshot
    .usesOf(logicalName)
    .flatMap((use) => (use.by === 'flow' ? use.entry.connector?.name : use.connector) ?? []);
  const other = connectors.find((name) => fold(name) !== fold(connector));
  return other && l10n.t("'{0}' is used already, for {1}.", logicalName, describeConnector(other).title);
}
