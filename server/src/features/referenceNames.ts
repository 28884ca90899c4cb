/** Names for a connection reference while somebody types them: what is proposed, and what is wrong with what stands there. */
import type { L10n } from '../base/l10n';
import { fold } from '../model/names';
import type { FileId } from '../model/place';
import type { Snapshot } from '../project/snapshot';
import { prefixOf, proposeNames, type Names } from '../refactor/proposeNames';
import { wrongDisplayName, wrongLogicalName } from '../refactor/validNames';

export interface TypedNames {
  /** A file of the solution. */
  readonly file: FileId;
  readonly connector: string;
  readonly displayName?: string;
  readonly logicalName?: string;
  /** The reference that is to have the names; without it, a new one. */
  readonly reference?: string;
}

export interface JudgedNames {
  /** Undefined where the file belongs to no solution. */
  readonly proposed?: Names;
  /** Why it can't be. */
  readonly wrongDisplayName?: string;
  readonly wrongLogicalName?: string;
  /** Possible, and yet not what one would expect. */
  readonly oddLogicalName?: string;
}

export function judgeNames(snapshot: Snapshot, l10n: L10n, typed: TypedNames): JudgedNames {
  const { file, connector, displayName, logicalName, reference } = typed;
  const solution = snapshot.solutionOf(file);
  if (!solution) return {};
  const own = solution.declarations.find((declared) => fold(declared.logicalName) === fold(reference ?? ''));
  const wrongTitle = displayName === undefined ? undefined : wrongDisplayName(l10n, solution, displayName.trim(), own);
  const isSame = reference !== undefined && fold(reference) === fold(logicalName ?? '');
  const wrongName =
    logicalName === undefined || isSame ? undefined : wrongLogicalName(l10n, snapshot, logicalName, connector);
  const prefix = `${prefixOf(solution)}_`;
  const isOdd = logicalName !== undefined && wrongName === undefined && !fold(logicalName).startsWith(fold(prefix));
  return {
    proposed: proposeNames(snapshot, solution, connector),
    ...(wrongTitle !== undefined && { wrongDisplayName: wrongTitle }),
    ...(wrongName !== undefined && { wrongLogicalName: wrongName }),
    ...(isOdd && { oddLogicalName: l10n.t("The logical names of {0} begin with '{1}'.", solution.name, prefix) }),
  };
}
