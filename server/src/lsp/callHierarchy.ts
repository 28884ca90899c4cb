import {
  SymbolKind,
  type CallHierarchyIncomingCall,
  type CallHierarchyIncomingCallsParams,
  type CallHierarchyItem,
  type CallHierarchyOutgoingCall,
  type CallHierarchyOutgoingCallsParams,
  type CallHierarchyPrepareParams,
} from 'vscode-languageserver/node';
import { flowAt, incomingCalls, outgoingCalls } from '../features/callHierarchy';
import { locateAround } from '../project/around';
import type { Flow } from '../project/snapshot';
import { answer } from './answer';
import type { Session } from './session';

export function registerCallHierarchy(session: Session): void {
  const { callHierarchy } = session.connection.languages;
  callHierarchy.onPrepare(
    answer<CallHierarchyPrepareParams, CallHierarchyItem[] | null>(
      session,
      'textDocument/prepareCallHierarchy',
      null,
      (params) => prepare(session, params),
    ),
  );
  callHierarchy.onIncomingCalls(
    answer<CallHierarchyIncomingCallsParams, CallHierarchyIncomingCall[] | null>(
      session,
      'callHierarchy/incomingCalls',
      null,
      ({ item }) => listIncoming(session, item),
    ),
  );
  callHierarchy.onOutgoingCalls(
    answer<CallHierarchyOutgoingCallsParams, CallHierarchyOutgoingCall[] | null>(
      session,
      'callHierarchy/outgoingCalls',
      null,
      ({ item }) => listOutgoing(session, item),
    ),
  );
}

function prepare(session: Session, { textDocument, position }: CallHierarchyPrepareParams): CallHierarchyItem[] | null {
  const { workspace, convert } = session;
  const file = convert.file(textDocument.uri);
  const offset = convert.offset(file, position);
  const flow = offset === undefined ? undefined : flowAt(workspace.snapshot, workspace.documents, file, offset);
  return flow ? [toItem(session, flow)] : null;
}

function listIncoming(session: Session, item: CallHierarchyItem): CallHierarchyIncomingCall[] {
  const { workspace, convert } = session;
  const child = flowOf(session, item);
  if (!child) return [];
  return incomingCalls(workspace.snapshot, workspace.documents, child).map(({ flow, steps }) => ({
    from: toItem(session, flow),
    fromRanges: steps.map((step) => convert.range(flow.file, step)),
  }));
}

function listOutgoing(session: Session, item: CallHierarchyItem): CallHierarchyOutgoingCall[] {
  const { workspace, convert } = session;
  const parent = flowOf(session, item);
  if (!parent) return [];
  return outgoingCalls(workspace.snapshot, workspace.documents, parent).map(({ flow, steps }) => ({
    to: toItem(session, flow),
    fromRanges: steps.map((step) => convert.range(parent.file, step)),
  }));
}

/** The flow as it is now, whatever has been typed since the item was made. */
function flowOf({ workspace, convert }: Session, { uri }: CallHierarchyItem): Flow | undefined {
  return workspace.snapshot.flowAt(convert.file(uri));
}

function toItem({ workspace, convert }: Session, { file, name, solution }: Flow): CallHierarchyItem {
  const at = { file, place: { path: ['properties', 'definition'], onKey: true } } as const;
  const { uri, range: selectionRange } = convert.location(at);
  return {
    name,
    kind: SymbolKind.Function,
    ...(solution && { detail: solution.name }),
    uri,
    range: convert.range(file, locateAround(workspace.documents, at)),
    selectionRange,
  };
}
