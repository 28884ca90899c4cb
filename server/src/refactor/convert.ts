/** Turns direct connections into connection references: binds each to the reference that fits best. */
import { Multimap } from '../base/multimap';
import type { ConnectionEntry } from '../model/facts';
import { fold } from '../model/names';
import type { FileId } from '../model/place';
import { findCandidates } from '../project/fitting';
import { entryPath, type Flow, type Snapshot, type Solution } from '../project/snapshot';
import { createIn } from './create';
import { declareIn, isForeign } from './declare';
import type { Draft } from './draft';
import { bindEntry } from './entryEdits';
import { joinKeys } from './flowKeys';
import type { Outcome } from './plan';
import { proposeNames, type Names } from './proposeNames';
import type { ConvertRequest } from './request';

export function convert(draft: Draft, request: ConvertRequest): Outcome {
  const { snapshot } = draft;
  const references = new References(draft, snapshot, request);
  const bound = new Multimap<FileId, string>();
  for (const { flow, entry } of entriesOf(snapshot, request)) {
    if (!draft.mayEdit(flow.file)) continue;
    const found = references.for(flow, entry);
    if ('reason' in found) draft.leave(flow.file, found.reason, { path: entryPath(entry.key), onKey: true });
    else {
      bindEntry(draft, flow.file, entry, found.logicalName);
      bound.add(flow.file, entry.key);
    }
  }
  for (const [file, keys] of bound.entries()) joinKeys(draft, file, new Set(keys));
  return draft.l10n.t('Use connection references');
}

type Found = { readonly logicalName: string } | { readonly reason: string };

/** Finds the reference for each entry. What is made for one of them is there for all others like it. */
class References {
  readonly #draft: Draft;
  readonly #snapshot: Snapshot;
  readonly #request: ConvertRequest;
  /** By solution and folded connector. */
  readonly #created = new Map<string, Found>();
  readonly #names: Names[] = [];
  /** By solution and folded name. */
  readonly #declared = new Map<string, string | undefined>();

  constructor(draft: Draft, snapshot: Snapshot, request: ConvertRequest) {
    this.#draft = draft;
    this.#snapshot = snapshot;
    this.#request = request;
  }

  for(flow: Flow, { key, connector }: ConnectionEntry): Found {
    const { reference, creates } = this.#request;
    const { solution } = flow;
    if (reference !== undefined) return this.#declareFor(solution, reference);
    const [best] = connector ? findCandidates(this.#snapshot, flow, connector.name) : [];
    if (best) return this.#declareFor(solution, best.logicalName);
    if (creates !== true || !solution || !connector)
      return { reason: this.#draft.l10n.t("No connection reference fits '{0}'.", key) };
    return this.#createFor(solution, connector.name);
  }

  /** A reference that only other solutions declare is declared here too, where that is wished. */
  #declareFor(solution: Solution | undefined, logicalName: string): Found {
    if (this.#request.declares !== true || !solution) return { logicalName };
    if (!isForeign(this.#snapshot, solution, logicalName)) return { logicalName };
    const id = `${solution.root}\n${fold(logicalName)}`;
    if (!this.#declared.has(id)) {
      this.#declared.set(id, declareIn(this.#draft, this.#snapshot, solution, logicalName));
    }
    const reason = this.#declared.get(id);
    return reason === undefined ? { logicalName } : { reason };
  }

  #createFor(solution: Solution, connector: string): Found {
    const id = `${solution.root}\n${fold(connector)}`;
    const known = this.#created.get(id);
    if (known) return known;
    const names = proposeNames(this.#snapshot, solution, connector, this.#names);
    const reason = createIn(this.#draft, this.#snapshot, solution, { connector, ...names });
    const found: Found = reason === undefined ? { logicalName: names.logicalName } : { reason };
    if (reason === undefined) this.#names.push(names);
    this.#created.set(id, found);
    return found;
  }
}

interface FlowEntry {
  readonly flow: Flow;
  readonly entry: ConnectionEntry;
}

function entriesOf(snapshot: Snapshot, { scope, file, key }: ConvertRequest): FlowEntry[] {
  return flowsOf(snapshot, scope, file)
    .filter(({ solution }) => solution !== undefined)
    .flatMap((flow) => flow.facts.entries.map((entry) => ({ flow, entry })))
    .filter(({ entry }) => entry.logicalName === undefined && (scope !== 'entry' || entry.key === key));
}

function flowsOf(snapshot: Snapshot, scope: ConvertRequest['scope'], file: FileId | undefined): readonly Flow[] {
  if (scope === 'workspace') return snapshot.flows;
  if (file === undefined) return [];
  const flow = snapshot.flowAt(file);
  return scope === 'solution' ? (snapshot.solutionOf(file)?.flows ?? []) : flow ? [flow] : [];
}
