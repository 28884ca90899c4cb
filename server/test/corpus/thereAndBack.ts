/** Binding a reference and removing a connection change one entry and nothing else, and undo each other. */
import { applyEdits } from '../../src/base/textEdit';
import type { Workspace } from '../../src/host/workspace';
import type { ConnectionEntry } from '../../src/model/facts';
import type { FileId } from '../../src/model/place';
import { entryPath, type Flow } from '../../src/project/snapshot';
import { Draft } from '../../src/refactor/draft';
import { bindEntry, removeConnection } from '../../src/refactor/entryEdits';
import type { Finding } from '../../src/rules/rule';
import { decode, encode } from '../../src/syntax/encoding';
import { nodeAt, parseJson } from '../../src/syntax/json';
import { allFindings, findingKeys, firstDifference } from './answers';
import type { Property, Report } from './property';
import { openUnit, type Unit } from './units';

const ruleId = 'use-connection-references';
/** Bound entries all look alike, so a part of them will do. */
const mostBoundEntries = 12;

export const editsGoThereAndBack: Property = {
  name: 'binding and removing change the entry only, move the findings as meant, and undo each other',
  counted: 'edits',
  scopes: ['solution'],

  check(unit, report, random) {
    const { workspace, crashes } = openUnit(unit);
    const entries = workspace.snapshot.flows.flatMap((flow) => flow.facts.entries.map((entry) => ({ flow, entry })));
    const sound = entries.filter(({ flow }) => flow.solution && flow.facts.problems.length === 0);
    for (const { flow, entry } of sound.filter(({ entry }) => entry.logicalName === undefined)) {
      new Trip(unit, workspace, flow, entry, report).ofUnbound();
    }
    const bound = sound.filter(({ entry }) => entry.logicalName !== undefined);
    for (let i = 0; i < mostBoundEntries && bound.length > 0; i++) {
      const { flow, entry } = random.pick(bound);
      new Trip(unit, workspace, flow, entry, report).ofBound();
    }
    crashes.forEach((crash) => report.fail(crash));
  },
};

/** What may come up when an entry is bound: a consequence of the choice, and true. */
const afterBinding = [
  'reference-in-another-solution',
  'undeclared-connection-reference',
  'connector-mismatch',
  'half-converted-flow',
  'duplicate-connection-entry',
];
const afterRemoving = [
  ruleId,
  'unused-connection-reference',
  'settings-unknown-reference',
  'half-converted-flow',
  'legacy-dataverse-connector',
];

class Trip {
  readonly #file: FileId;
  readonly #before: string;
  readonly #findingsBefore: readonly string[];
  readonly #keysBefore: ReadonlySet<string>;
  #version = 0;

  constructor(
    readonly unit: Unit,
    readonly workspace: Workspace,
    readonly flow: Flow,
    readonly entry: ConnectionEntry,
    readonly report: Report,
  ) {
    this.#file = flow.file;
    this.#before = workspace.texts.text(flow.file) ?? '';
    this.#findingsBefore = allFindings(workspace);
    this.#keysBefore = findingKeys(workspace);
  }

  /** Every fix that is offered, and a name that nobody declares; then the connection is removed again. */
  ofUnbound(): void {
    const finding = this.#finding();
    if (!finding) {
      this.#fail(`the entry without a reference has no finding of ${ruleId}`);
      return;
    }
    for (const fix of finding.fixes?.() ?? []) {
      if (fix.group === 'use-reference') this.#bindAndRemove((draft) => fix.apply(draft), fix.title);
    }
    this.#bindAndRemove(
      (draft) => bindEntry(draft, this.#file, this.entry, 'corpus_doesnotexist'),
      'a name that nobody declares',
    );
  }

  /** The connection is removed, and the same reference chosen again. */
  ofBound(): void {
    const { logicalName = '' } = this.entry;
    this.#make((draft) => removeConnection(draft, this.#file, this.entry), 'removing');
    this.#expectNew(afterRemoving, 'removing');
    if (!this.#finding()) this.#fail(`removing gives no finding of ${ruleId}`);
    this.#make((draft) => bindEntry(draft, this.#file, this.entry, logicalName), 'binding again');
    this.#expectOriginal('removing and binding', { connectionReferenceLogicalName: logicalName });
  }

  #bindAndRemove(bind: Step, title: string): void {
    this.#make(bind, title);
    if (this.#finding()) this.#fail(`${title} leaves the finding`);
    this.#expectNew(afterBinding, title);
    this.#make((draft) => removeConnection(draft, this.#file, this.entry), `${title}, then removing`);
    this.#expectOriginal(`${title}, then removing`, {});
  }

  /** Makes edits in an editor's text and looks at what they changed. */
  #make(step: Step, title: string): void {
    this.report.count();
    const text = this.workspace.texts.text(this.#file) ?? '';
    const draft = new Draft(this.workspace.snapshot, this.workspace.documents);
    step(draft);
    const { files } = draft.finish(title);
    const [change] = files;
    if (change?.kind !== 'edit' || files.length > 1 || change.file !== this.#file) {
      this.#fail(`${title} edits other files than the flow, or none`);
      return;
    }
    const after = applyEdits(text, change.edits);
    const problem = findStray(text, after, this.entry.key);
    if (problem !== undefined) this.#fail(`${title}: ${problem}`);
    this.workspace.setOpenText(this.#file, { text: after, version: ++this.#version });
  }

  #expectNew(allowed: readonly string[], title: string): void {
    for (const key of findingKeys(this.workspace)) {
      const isExpected = this.#keysBefore.has(key) || allowed.some((rule) => key.startsWith(`${rule} `));
      if (!isExpected) this.#fail(`${title} adds ${key}`);
    }
  }

  /** @param connection only a connection written like this can come back as it was. */
  #expectOriginal(title: string, connection: object): void {
    const { text: after = '' } = this.workspace.texts.openText(this.#file) ?? {};
    const original = (JSON.parse(this.#before) as FlowJson).properties.connectionReferences[this.entry.key]?.connection;
    const bytes = this.unit.files.get(this.#file);
    this.workspace.closeText(this.#file);
    if (JSON.stringify(original) === JSON.stringify(connection) && bytes) {
      const { encoding } = decode(bytes);
      if (!Buffer.from(encode(after, encoding)).equals(bytes)) this.#fail(`${title} does not give the same bytes`);
    }
    const difference = firstDifference(allFindings(this.workspace), this.#findingsBefore);
    if (difference !== undefined) this.#fail(`${title}, then closing: ${difference}`);
  }

  #finding(): Finding | undefined {
    const path = JSON.stringify(entryPath(this.entry.key));
    return this.workspace
      .findingsOf(this.#file)
      .find(({ rule, place }) => rule.id === ruleId && 'path' in place && JSON.stringify(place.path) === path);
  }

  #fail(message: string): void {
    this.report.fail(`${this.#file} '${this.entry.key}': ${message}`);
  }
}

type Step = (draft: Draft) => void;

interface FlowJson {
  readonly properties: { readonly connectionReferences: Record<string, { readonly connection?: unknown } | null> };
}

/** Finds a change outside of the entry: in the values, their order, the layout or the line ends. */
function findStray(before: string, after: string, key: string): string | undefined {
  if (withoutEntry(before, key) !== withoutEntry(after, key)) return 'something else changed its value or place';
  const node = nodeAt(parseJson(before), entryPath(key));
  if (!node) return 'the entry is not there';
  const prefix = commonPrefix(before, after);
  const suffix = commonSuffix(before, after, prefix);
  if (prefix < node.start || before.length - suffix > node.end) return 'the layout changed outside of the entry';
  const hasStrayLineEnd = before.includes('\r\n')
    ? /(?<!\r)\n/.test(after) && !/(?<!\r)\n/.test(before)
    : after.includes('\r');
  return hasStrayLineEnd ? 'the line ends changed' : undefined;
}

function withoutEntry(text: string, key: string): string {
  const value = JSON.parse(text) as FlowJson;
  value.properties.connectionReferences[key] = null;
  return JSON.stringify(value);
}

function commonPrefix(a: string, b: string): number {
  let length = 0;
  while (length < Math.min(a.length, b.length) && a[length] === b[length]) length++;
  return length;
}

function commonSuffix(a: string, b: string, prefix: number): number {
  const most = Math.min(a.length, b.length) - prefix;
  let length = 0;
  while (length < most && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
  return length;
}
