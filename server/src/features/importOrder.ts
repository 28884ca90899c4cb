/** The order in which the solutions of the workspace can be imported, and why. */
import { compare } from '../base/compare';
import { Multimap } from '../base/multimap';
import { fold } from '../model/names';
import { allConnectorNames, findConnectorOwners } from '../project/connectorOwners';
import { givenBy } from '../project/declared';
import type { Snapshot, Solution } from '../project/snapshot';

export interface ImportOrder {
  readonly steps: readonly ImportStep[];
  /** Solutions that need each other, each the next one and the last the first: no order suits them. */
  readonly cycles: readonly (readonly string[])[];
}

export interface ImportStep {
  /** The unique name. */
  readonly solution: string;
  readonly version?: string;
  /** Why not earlier. */
  readonly reasons: readonly ImportReason[];
  /** What must be in the environment before, because no solution of the workspace brings it. */
  readonly expects: readonly { readonly solution: string; readonly references: readonly string[] }[];
  /** Whether it comes before something that it needs, because that needs it too. */
  readonly breaksCycle: boolean;
}

export interface ImportReason {
  /** Unique names: any one of them must be there before. */
  readonly solutions: readonly string[];
  readonly kind: 'reference' | 'connector' | 'child-flow';
  /** Logical names, titles of connectors or names of flows. */
  readonly names: readonly string[];
}

export function importOrder(snapshot: Snapshot): ImportOrder {
  const solutions = [...snapshot.solutions].sort(
    (a, b) => compare(fold(a.name), fold(b.name)) || compare(a.root, b.root),
  );
  const needs = new Map(solutions.map((solution) => [solution, needsOf(snapshot, solution)]));
  const placed = new Set<Solution>();
  const steps: ImportStep[] = [];
  const cycles: string[][] = [];
  const isReady = (solution: Solution): boolean => (needs.get(solution) ?? []).every((need) => isMet(need, placed));
  while (placed.size < solutions.length) {
    const waiting = solutions.filter((solution) => !placed.has(solution));
    const ready = waiting.find(isReady);
    const cycle = ready ? [] : findCycle(waiting, needs, placed);
    const next = ready ?? cycle[0];
    if (!next) break;
    if (!ready) cycles.push(cycle.map(({ name }) => name));
    steps.push(stepOf(snapshot, next, needs.get(next) ?? [], !ready));
    placed.add(next);
  }
  return { steps, cycles };
}

interface Need {
  /** Any one of them will do. */
  readonly of: readonly Solution[];
  readonly kind: ImportReason['kind'];
  readonly name: string;
}

function isMet({ of }: Need, placed: ReadonlySet<Solution>): boolean {
  return of.some((solution) => placed.has(solution));
}

function needsOf(snapshot: Snapshot, solution: Solution): Need[] {
  return [
    ...referenceNeeds(snapshot, solution),
    ...connectorNeeds(snapshot, solution),
    ...childFlowNeeds(snapshot, solution),
  ].filter(({ of }) => of.length > 0 && !of.includes(solution));
}

/** References that it uses or expects and does not declare. */
function referenceNeeds(snapshot: Snapshot, solution: Solution): Need[] {
  return usedNames(snapshot, solution).map((name) => {
    const base = givenBy(solution, name);
    const named = base === undefined ? [] : snapshot.solutions.filter((other) => fold(other.name) === fold(base));
    const declaring = snapshot.declarationsOf(name).map((declared) => declared.solution);
    const isOwn = declaring.includes(solution);
    return { of: isOwn ? [] : named.length > 0 ? named : [...new Set(declaring)], kind: 'reference', name };
  });
}

function usedNames(snapshot: Snapshot, solution: Solution): string[] {
  const used = [...snapshot.names].flatMap((name) => {
    const use = snapshot
      .usesOf(name)
      .find((candidate) => (candidate.by === 'flow' ? candidate.flow.solution : candidate.solution) === solution);
    return use ? [(use.by === 'flow' ? use.entry.logicalName : use.logicalName) ?? name] : [];
  });
  const names = new Map(
    [...used, ...[...solution.missing.values()].map((missing) => missing.logicalName)].map((name) => [
      fold(name),
      name,
    ]),
  );
  return [...names.values()].sort(compare);
}

function connectorNeeds(snapshot: Snapshot, solution: Solution): Need[] {
  return allConnectorNames(solution).map((connector) => {
    const { owners, title } = findConnectorOwners(snapshot, connector);
    return { of: owners, kind: 'connector', name: title };
  });
}

function childFlowNeeds(snapshot: Snapshot, { flows }: Solution): Need[] {
  const guids = flows.flatMap(({ facts }) => facts.steps.flatMap(({ childFlow }) => childFlow ?? []));
  return [...new Set(guids.map(fold))].flatMap((guid) => {
    const children = snapshot.flowsWithGuid(guid);
    const of = children.flatMap(({ solution }) => solution ?? []);
    return children[0] ? [{ of, kind: 'child-flow' as const, name: children[0].name }] : [];
  });
}

/** Follows what is not met from one solution to the next until one comes again. */
function findCycle(
  waiting: readonly Solution[],
  needs: ReadonlyMap<Solution, readonly Need[]>,
  placed: ReadonlySet<Solution>,
): Solution[] {
  const path: Solution[] = [];
  let current = waiting[0];
  while (current && !path.includes(current)) {
    path.push(current);
    current = needs.get(current)?.find((need) => !isMet(need, placed))?.of[0];
  }
  return current ? path.slice(path.indexOf(current)) : path;
}

function stepOf(snapshot: Snapshot, solution: Solution, needs: readonly Need[], breaksCycle: boolean): ImportStep {
  const grouped = new Multimap<string, Need>();
  for (const need of needs) grouped.add(`${need.kind} ${need.of.map(({ root }) => root).join('\n')}`, need);
  const reasons = [...grouped.values()].flatMap((same) => {
    const [first] = same;
    const names = [...new Set(same.map(({ name }) => name))];
    return first ? [{ solutions: first.of.map(({ name }) => name), kind: first.kind, names }] : [];
  });
  return {
    solution: solution.name,
    ...(solution.version !== undefined && { version: solution.version }),
    reasons,
    expects: expectsOf(snapshot, solution),
    breaksCycle,
  };
}

/** References of base solutions that are not in the workspace. */
function expectsOf({ solutions }: Snapshot, { missing }: Solution): ImportStep['expects'] {
  const here = new Set(solutions.map(({ name }) => fold(name)));
  const expected = new Multimap<string, string>();
  for (const { baseSolution, logicalName } of missing.values()) {
    if (baseSolution !== undefined && !here.has(fold(baseSolution))) expected.add(baseSolution, logicalName);
  }
  return [...expected.entries()].map(([solution, references]) => ({ solution, references }));
}
