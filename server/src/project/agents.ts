/** What the agents of a workspace are called. */
import type { AgentFacts, Facts } from '../model/facts';
import { baseName, fold, parentFolder } from '../model/names';
import type { FileId } from '../model/place';
import type { OtherUse, Solution } from './snapshot';

type AgentName = Required<Pick<OtherUse, 'name' | 'schemaName'>>;

/**
 * @param files sorted by name.
 * @returns what the agent is called that a file speaks of: by its schema name, or by the file's folder where the file
 * belongs to the agent's own workspace and does not say it.
 */
export function indexAgents(
  files: ReadonlyMap<FileId, Facts>,
  solutionOf: (file: FileId) => Solution | undefined,
): (file: FileId, schemaName: string | undefined) => AgentName {
  const byName = new Map<string, AgentFacts>();
  const byNameInSolution = new Map<string, AgentFacts>();
  const byFolder = new Map<FileId, AgentFacts>();
  const inSolution = (file: FileId, schemaName: string): string =>
    `${solutionOf(file)?.root ?? ''}\n${fold(schemaName)}`;
  for (const [file, facts] of files) {
    if (facts.kind !== 'agent') continue;
    const folder = parentFolder(file);
    byFolder.set(folder, facts);
    const { schemaName = baseName(folder), displayName } = facts;
    if (displayName === undefined) continue;
    byNameInSolution.set(inSolution(file, schemaName), facts);
    if (!byName.has(fold(schemaName))) byName.set(fold(schemaName), facts);
  }
  return (file, schemaName) => {
    const folder = parentFolder(file);
    const own = byFolder.get(folder);
    if (schemaName === undefined) {
      const name = own?.schemaName ?? baseName(folder);
      return { name: own?.displayName ?? name, schemaName: name };
    }
    // Each state of a solution may have another name for the agent.
    const found = byNameInSolution.get(inSolution(file, schemaName)) ?? byName.get(fold(schemaName));
    return { name: found?.displayName ?? schemaName, schemaName };
  };
}
