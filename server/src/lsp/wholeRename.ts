import { baseName } from '../model/names';
import type { Change } from '../refactor/change';
import type { RefactorRequest } from '../refactor/request';

/** Why a rename is not made: half of it would break what it leaves out. Other changes can leave things as they are. */
export function whyNotWhole({ kind }: RefactorRequest, { left: [left] }: Change): string | undefined {
  const isRename = kind === 'rename' || kind === 'rename-key';
  return isRename && left ? `${baseName(left.at.file)}: ${left.reason}` : undefined;
}
