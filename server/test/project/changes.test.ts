/** Changes one by one lead to the same snapshot as all files at once, and what changes nothing is not a change. */
import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { extractFacts } from '../../src/model/extract';
import type { Facts } from '../../src/model/facts';
import { kindOfFile } from '../../src/model/fileKind';
import type { FileId } from '../../src/model/place';
import { applyChanges, buildSnapshot, emptySnapshot } from '../../src/project/build';
import type { Snapshot, Solution } from '../../src/project/snapshot';
import { customizationsXml, flowText, settingsText, solutionXml } from '../engine';

function read(file: FileId, text: string | undefined): Facts | undefined {
  const kind = kindOfFile(file);
  return kind && text !== undefined ? extractFacts(kind, text) : undefined;
}

/** All that a snapshot can be asked, as plain data. */
function dump(snapshot: Snapshot): unknown {
  const { files, solutions, flows, settings, names } = snapshot;
  const facts = [...files].map(([file, value]) => ({ file, value, owner: snapshot.solutionOf(file)?.root }));
  const all = {
    facts,
    solutions: solutions.map((solution) => ({ ...solution })),
    flows,
    settings,
    names: [...names].map((name) => ({
      name,
      declared: snapshot.declarationsOf(name),
      uses: snapshot.usesOf(name),
      bindings: snapshot.bindingsOf(name),
    })),
  };
  const roots = new Map<unknown, string>(solutions.map((solution: Solution) => [solution, solution.root]));
  const replacer = (_: string, value: unknown): unknown =>
    roots.get(value) ?? (value instanceof Map || value instanceof Set ? [...value] : value);
  return JSON.parse(JSON.stringify(all, replacer));
}

const declared = (...names: string[]): string =>
  customizationsXml(...names.map((name) => ({ name, connector: 'shared_teams' })));
const bound = (name: string): string =>
  flowText(
    `{ "k": { "api": { "name": "shared_teams" }, "connection": { "connectionReferenceLogicalName": "${name}" } } }`,
  );

/** Every text that each file may have, in any order; undefined is for no file. */
const variants: Readonly<Record<FileId, readonly (string | undefined)[]>> = {
  '/repo/Other/Solution.xml': [
    undefined,
    solutionXml('Outer'),
    solutionXml('Outer', { name: 'c', solution: 'Base (1)' }),
  ],
  '/repo/Other/Customizations.xml': [undefined, declared('a'), declared('a', 'b'), declared('b', 'a'), '<broken'],
  '/repo/Workflows/One.json': [undefined, bound('a'), bound('B'), '{ "properties": ', '{}'],
  '/repo/Workflows/One.json.data.xml': [undefined, '<Workflow Name="First" />', '<Workflow Name="Second" />'],
  '/repo/inner/solution.xml': [undefined, solutionXml('Inner')],
  '/repo/inner/customizations.xml': [undefined, declared('a'), declared('c')],
  '/repo/inner/Workflows/Two.json': [undefined, bound('c'), flowText('{ "k": { "connection": {} } }')],
  '/repo/CanvasApps/app.meta.xml': [
    undefined,
    '<CanvasApp><Name>App</Name><ConnectionReferences>{"1":{"xrmConnectionReferenceLogicalName":"a"}}</ConnectionReferences></CanvasApp>',
  ],
  '/repo/settings/prod.json': [undefined, settingsText({ a: 'x' }), settingsText({ c: '' }), '{ "other": 1 }'],
  '/repo/settings/test.json': [undefined, settingsText({ a: 'x', b: '#{b}#' })],
};

const change = fc
  .constantFrom(...Object.keys(variants))
  .chain((file) => fc.tuple(fc.constant(file), fc.constantFrom(...(variants[file] ?? []))));

describe('changes', () => {
  it('one by one, in any order, lead to what all files give at once', () => {
    const rounds = fc.array(fc.array(change, { maxLength: 4 }), { maxLength: 12 });
    fc.assert(
      fc.property(rounds, (changes) => {
        const texts = new Map<FileId, string | undefined>();
        let snapshot = emptySnapshot;
        for (const round of changes) {
          for (const [file, text] of round) texts.set(file, text);
          snapshot = applyChanges(snapshot, new Map(round.map(([file]) => [file, read(file, texts.get(file))])));
        }
        const facts = [...texts].flatMap(([file, text]) => {
          const value = read(file, text);
          return value ? [[file, value] as const] : [];
        });
        assert.deepEqual(dump(snapshot), dump(buildSnapshot(new Map(facts.reverse()))));
      }),
      { numRuns: 300 },
    );
  });

  const file = '/repo/Workflows/One.json';
  const before = applyChanges(emptySnapshot, new Map([[file, read(file, bound('a'))]]));

  function checkUnchanged(text: string): void {
    assert.equal(applyChanges(before, new Map([[file, read(file, text)]])), before);
  }

  it('that only move text give the same snapshot', () => {
    checkUnchanged(bound('a'));
    checkUnchanged(bound('a').replaceAll(' ', '\r\n\t'));
    checkUnchanged(bound('a').replace('"schemaVersion"', '"description": "new", "schemaVersion"'));
  });

  it('of no file, or of one that was not there, give the same snapshot', () => {
    assert.equal(applyChanges(before, new Map()), before);
    assert.equal(applyChanges(before, new Map([['/other.json', undefined]])), before);
  });

  it('leave the snapshot before as it was', () => {
    const dumped = dump(before);
    const after = applyChanges(before, new Map([[file, undefined]]));
    assert.deepEqual([after.flows, dump(before)], [[], dumped]);
  });
});
