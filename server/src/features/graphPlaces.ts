/** From places of files to nodes of the graph. */
import { touches } from '../base/span';
import type { FileId } from '../model/place';
import type { Documents } from '../project/documents';
import { locate } from '../project/locate';
import type { Snapshot } from '../project/snapshot';
import { subjectAt, type Subject } from '../project/subject';
import { connectorId, flowId, referenceId, type GraphItem } from './graph';
import type { Graph } from './graphModel';

/** What stands at an offset; where nothing does, the flow or app that the file is. Undefined for anything else. */
export function graphItemAt(
  { nodes }: Graph<GraphItem>,
  snapshot: Snapshot,
  documents: Documents,
  file: FileId,
  offset: number,
): GraphItem | undefined {
  const isHere = ({ places }: GraphItem): boolean =>
    places.some((at) => at.file === file && 'path' in at.place && touches(locate(documents, at), offset));
  const connection = nodes.find(
    (node) => node.kind === 'connection' && node.connectionState !== 'unbound' && isHere(node),
  );
  if (connection) return connection;
  const subject = subjectAt(snapshot, documents, file, offset);
  const named = subject && idOf(subject, snapshot, file);
  const found = named === undefined ? undefined : nodes.find(({ id }) => id === named);
  if (found) return found;
  const users = nodes.filter(({ kind, places }) => userKinds.has(kind) && places.some((at) => at.file === file));
  return users.length === 1 ? users[0] : undefined;
}

const userKinds: ReadonlySet<GraphItem['kind']> = new Set(['flow', 'app', 'agent', 'variable']);

function idOf(subject: Subject, snapshot: Snapshot, file: FileId): string | undefined {
  switch (subject.kind) {
    case 'reference':
      return referenceId(subject.logicalName);
    case 'key':
      return subject.entry?.logicalName === undefined ? undefined : referenceId(subject.entry.logicalName);
    case 'connection':
      return subject.logicalName === undefined ? undefined : referenceId(subject.logicalName);
    case 'connector':
      return connectorId(subject.name);
    case 'flow': {
      const flow = snapshot.flowByGuid(subject.guid, snapshot.solutionOf(file));
      return flow && flowId(flow);
    }
    default:
      return undefined;
  }
}
