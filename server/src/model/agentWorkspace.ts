/** Reads `connectionreferences.mcs.yml`: the connection references that an agent's workspace uses. */
import type { Path } from '../base/path';
import type { AgentReferencesFacts, AgentUse } from './facts';
import { get, text } from './json';
import { connectorName } from './names';
import { connectorPlace } from './place';
import { readYaml } from './yaml';

/** Reads any text: a list of references, alone or as `connectionReferences`. */
export function extractAgentWorkspace(source: string): AgentReferencesFacts {
  const { value, problems } = readYaml(source);
  const [list, path]: [unknown, Path] = Array.isArray(value) ? [value, []] : [get(value, listName), [listName]];
  const items: readonly unknown[] = Array.isArray(list) ? list : [];
  return { kind: 'agentReferences', uses: items.flatMap((item, index) => readUse(item, [...path, index])), problems };
}

const listName = 'connectionReferences';
const nameProperty = 'connectionReferenceLogicalName';

function readUse(item: unknown, path: Path): AgentUse[] {
  const logicalName = text(get(item, nameProperty));
  if (logicalName === undefined) return [];
  const id = text(get(item, 'connectorId')) ?? '';
  const connector = connectorName(id);
  return [
    {
      logicalName,
      ...(connector !== undefined && { connector, connectorPlace: connectorPlace([...path, 'connectorId'], id) }),
      place: { path: [...path, nameProperty] },
    },
  ];
}
