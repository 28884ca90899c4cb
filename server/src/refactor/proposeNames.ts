/** Names for a new connection reference. The same workspace gives the same names, on every machine. */
import { fold } from '../model/names';
import { connectorTitle } from '../project/customConnectors';
import { fillTemplate, wordsIn, wordsOf } from '../project/naming';
import type { Snapshot, Solution } from '../project/snapshot';

export interface Names {
  readonly displayName: string;
  readonly logicalName: string;
}

/** @param taken names that are given away already, though the snapshot does not know of them. */
export function proposeNames(
  snapshot: Snapshot,
  solution: Solution,
  connector: string,
  taken: readonly Names[] = [],
): Names {
  const displayName = proposeDisplayName(snapshot, solution, connector, taken);
  return { displayName, logicalName: proposeLogicalName(snapshot, solution, connector, displayName, taken) };
}

/** What each word of a naming template stands for in a solution, as far as its other references or its own name tell. */
export function valueOfWord(snapshot: Snapshot, solution: Solution, word: string): string | undefined {
  const { template } = snapshot.configurationOf(solution.file).naming;
  const seen = solution.declarations.flatMap(({ title, connector }) => {
    const value = template === undefined ? undefined : wordsIn(title, connector, template)?.get(word);
    return value === undefined ? [] : [value];
  });
  return mostFrequent(seen) ?? ownValues[word]?.(solution);
}

/** What a logical name begins with: the publisher's prefix, or what most of the others have. */
export function prefixOf({ prefix, declarations }: Solution): string {
  const seen = declarations.flatMap(({ logicalName }) => /^([a-z][a-z0-9]{1,7})_/i.exec(logicalName)?.[1] ?? []);
  return prefix ?? mostFrequent(seen) ?? 'new';
}

const ownValues: Readonly<Record<string, (solution: Solution) => string>> = {
  area: titleOf,
  solution: titleOf,
  prefix: prefixOf,
};

function proposeDisplayName(
  snapshot: Snapshot,
  solution: Solution,
  connector: string,
  taken: readonly Names[],
): string {
  const titles = [...solution.declarations.map(({ title }) => title), ...taken.map((names) => names.displayName)];
  const folded = new Set(titles.map(fold));
  for (let n = 1; ; n++) {
    const name = numbered(snapshot, solution, connector, n);
    if (!folded.has(fold(name))) return name;
  }
}

/** In a template the number goes to a word that may be anything, so that the name still follows it. */
function numbered(snapshot: Snapshot, solution: Solution, connector: string, n: number): string {
  const number = n === 1 ? '' : ` ${n}`;
  const title = connectorTitle(snapshot, connector);
  const { template } = snapshot.configurationOf(solution.file).naming;
  if (template === undefined) return `${titleOf(solution)} – ${title}${number}`;
  const last = wordsOf(template).findLast((word) => word !== 'connector');
  const filled = fillTemplate(template, (word) => {
    if (word === 'connector') return title;
    // Something has to stand for a word that nothing tells, such as a type.
    return (valueOfWord(snapshot, solution, word) ?? 'Connection') + (word === last ? number : '');
  });
  return last === undefined ? `${filled}${number}` : filled;
}

/** As the designer makes them: `contoso_sharedoffice365_1a2b3`. */
function proposeLogicalName(
  snapshot: Snapshot,
  solution: Solution,
  connector: string,
  displayName: string,
  taken: readonly Names[],
): string {
  const names = new Set(taken.map(({ logicalName }) => fold(logicalName)));
  const longest = 100 - '_12345'.length;
  const beginning = `${prefixOf(solution)}_${fold(connector).replace(/[^a-z0-9]/g, '')}`.slice(0, longest);
  for (let n = 0; ; n++) {
    const hash = hashOf([solution.name, fold(connector), displayName, n].join('\n'));
    const name = `${beginning}_${hash.toString(16).padStart(8, '0').slice(-5)}`;
    const isTaken = snapshot.names.has(fold(name)) || names.has(fold(name));
    const isGiven = snapshot.solutions.some(({ missing }) => missing.has(fold(name)));
    if (!isTaken && !isGiven) return name;
  }
}

function titleOf({ displayName, name }: Solution): string {
  return displayName ?? name;
}

/** The first one of those that are there most often. */
function mostFrequent(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = Math.max(...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0];
}

/** FNV-1a: the names need no secrecy, only to differ. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}
