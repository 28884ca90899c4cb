/** What the tests of the readers share. */
import assert from 'node:assert/strict';
import type { FlowFacts, Step } from '../../src/model/facts';
import { extractFacts } from '../../src/model/extract';
import { parseFixture } from '../fixture';
import { locate } from '../../src/project/locate';
import type { FileKind } from '../../src/model/fileKind';
import { parseJson } from '../../src/syntax/json';
import { parseXml } from '../../src/syntax/xml';

/** Reads a text as a flow file. */
export function readFlow(text: string): FlowFacts {
  const facts = extractFacts('flow', text);
  assert.equal(facts?.kind, 'flow');
  return facts;
}

/** `trigger When: key`, `Scope › Send: key`, in the order in which they are told. */
export function stepsAs(text: string): string[] {
  return readFlow(text).steps.map(describeStep);
}

function describeStep({ name, scopes, isTrigger, key }: Step): string {
  return `${isTrigger ? 'trigger ' : ''}${[...scopes, name].join(' › ')}: ${key?.name ?? '-'}`;
}

export const connectionKeyForms: readonly { readonly form: string; readonly host: unknown; readonly key?: string }[] = [
  { form: 'connectionName', host: { connectionName: 'shared_teams_1' }, key: 'shared_teams_1' },
  { form: 'connectionReferenceName', host: { connectionReferenceName: 'shared_teams_1' }, key: 'shared_teams_1' },
  {
    form: '$connections',
    host: { connection: { name: "@parameters('$connections')['shared_teams_1']['connectionId']" } },
    key: 'shared_teams_1',
  },
  {
    form: '$connections in braces, with spaces and another case',
    host: { connection: { name: "@{Parameters( '$connections' )[ 'shared_teams_1' ]['connectionId']}" } },
    key: 'shared_teams_1',
  },
  {
    form: '$connections with a doubled quote',
    host: { connection: { name: "@parameters('$connections')['it''s']['connectionId']" } },
    key: "it's",
  },
  { form: 'not with an expression of another parameter', host: { connection: { name: "@parameters('other')['k']" } } },
  { form: 'not with a child flow', host: { workflowReferenceName: '0ef8c509-91aa-4bbe-a80e-0988a0b6613d' } },
  { form: 'not with an empty name', host: { connectionName: '' } },
  { form: 'not with a name that is no text', host: { connectionName: 1, connection: 'x' } },
];

/** Checks that reading a text tells exactly the problems that stand in it as `⟦…⟧`, in any order. */
export function checkProblems(kind: FileKind, marked: string): void {
  const { files, spans } = parseFixture(
    `//- /file.${kind === 'flow' || kind === 'settings' ? 'json' : 'xml'}\n${marked}`,
    {
      addsSolution: false,
    },
  );
  const [[file, text] = ['', '']] = files;
  const documents = {
    text: () => text,
    json: () => parseJson(text),
    jsonAround: () => parseJson(text),
    xml: () => parseXml(text),
    isReadOnly: () => false,
  };
  const places = (extractFacts(kind, text)?.problems ?? []).map(({ place }) => locate(documents, { file, place }));
  const show = ({ start, end }: { start: number; end: number }): string => `${start}: ${text.slice(start, end)}`;
  assert.deepEqual(places.map(show).sort(), (spans.get(file) ?? []).map(show).sort());
}

/** Without the properties that are undefined: facts leave them out. */
export function dropUndefined(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, property]) => property !== undefined));
}
