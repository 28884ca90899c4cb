import assert from 'node:assert/strict';
import { flowAt, incomingCalls, outgoingCalls, type Call } from '../../src/features/callHierarchy';
import type { Workspace } from '../../src/host/workspace';
import type { FileId } from '../../src/model/place';
import { flowText } from '../engine';
import { ask, describeMarks, describeSpan } from './navigation';

const guid = '0ef8c509-91aa-4bbe-a80e-0988a0b6613d';
const other = '1ef8c509-91aa-4bbe-a80e-0988a0b6613d';
const call = (name: string, child: string): string =>
  `"${name}": { "type": "Workflow", "inputs": { "host": { "workflowReferenceName": "${child}" } } }`;
const parent = (actions: string): string => `//- /Workflows/Parent.json\n${flowText('{}', `{ ${actions} }`)}\n`;
const child = `//- /Workflows/Child-${guid.toUpperCase()}.json\n${flowText('{}')}\n`;
const childFile = `/Workflows/Child-${guid.toUpperCase()}.json`;

function spans(workspace: Workspace, calls: readonly Call[], fileOf: (call: Call) => FileId): string[] {
  return calls.flatMap((one) => one.steps.map((step) => describeSpan(workspace, fileOf(one), step))).sort();
}

describe('the call hierarchy', () => {
  const source =
    parent(
      `${call('⟦Run⟧', `$0${guid}`)}, "Scope": { "type": "Scope", "actions": { ${call('⟦Run_again⟧', guid.toUpperCase())}, ${call('Gone', other)} } }`,
    ) + child;

  it('begins at the GUID of a child flow, else at the flow itself', () => {
    const { workspace, file, offset } = ask(source);
    assert.equal(flowAt(workspace.snapshot, workspace.documents, file, offset)?.file, childFile);
    assert.equal(flowAt(workspace.snapshot, workspace.documents, file, 0)?.file, '/Workflows/Parent.json');
    assert.equal(flowAt(workspace.snapshot, workspace.documents, '/Other/Solution.xml', 0), undefined);
  });

  it('leads to the parents, and to each of their steps that call', () => {
    const asked = ask(source);
    const { workspace } = asked;
    const flow = workspace.snapshot.flowAt(childFile);
    assert.ok(flow);
    const calls = incomingCalls(workspace.snapshot, workspace.documents, flow);
    assert.deepEqual(
      calls.map((one) => one.flow.name),
      ['Parent'],
    );
    assert.deepEqual(
      spans(workspace, calls, (one) => one.flow.file),
      describeMarks(asked),
    );
    assert.deepEqual(outgoingCalls(workspace.snapshot, workspace.documents, flow), []);
  });

  it('leads to the children that are here', () => {
    const asked = ask(source);
    const { workspace, file } = asked;
    const flow = workspace.snapshot.flowAt(file);
    assert.ok(flow);
    const calls = outgoingCalls(workspace.snapshot, workspace.documents, flow);
    assert.deepEqual(
      calls.map((one) => one.flow.name),
      ['Child'],
    );
    assert.deepEqual(
      spans(workspace, calls, () => file),
      describeMarks(asked),
    );
    assert.deepEqual(incomingCalls(workspace.snapshot, workspace.documents, flow), []);
  });
});
