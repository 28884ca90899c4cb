/** Every place of facts and findings holds the name that it claims, read by another way than the one that found it. */
import type { Facts } from '../../src/model/facts';
import type { FilePlace, PathPlace, Place } from '../../src/model/place';
import { readsAsJson } from '../../src/project/documents';
import { locate } from '../../src/project/locate';
import { entryPath, logicalNamePath } from '../../src/project/snapshot';
import { stepKeyPlace, apiIdPlace } from '../../src/project/stepPlaces';
import type { Workspace } from '../../src/host/workspace';
import type { Property, Report } from './property';
import { openUnit } from './units';

export const placesHoldTheirNames: Property = {
  name: 'every place of a fact or finding holds the name that it claims',
  counted: 'places',
  scopes: ['solution', 'folder', 'whole'],

  check(unit, report) {
    const { workspace, crashes } = openUnit(unit);
    for (const [file, facts] of workspace.snapshot.files) {
      for (const claim of claimsOf(facts)) checkClaim(workspace, file, claim, report);
      for (const finding of workspace.findingsOf(file)) {
        checkPlace(workspace, finding, `finding ${finding.rule.id}`, report);
        for (const { at } of finding.related ?? []) checkPlace(workspace, at, `related to ${finding.rule.id}`, report);
      }
    }
    crashes.forEach((crash) => report.fail(crash));
  },
};

interface Claim {
  readonly place: Place;
  readonly name: string;
}

function claimsOf(facts: Facts): Claim[] {
  switch (facts.kind) {
    case 'flow':
      return [
        ...facts.entries.flatMap(({ key, logicalName, connector }): Claim[] => [
          { place: { path: entryPath(key), onKey: true }, name: key },
          ...(logicalName === undefined ? [] : [{ place: { path: logicalNamePath(key) }, name: logicalName }]),
          ...(connector ? [{ place: { path: connector.path }, name: connector.name }] : []),
        ]),
        ...facts.steps.flatMap((step): Claim[] => [
          { place: { path: step.path, onKey: true }, name: step.name },
          ...(step.key ? [{ place: stepKeyPlace(step), name: step.key.name }] : []),
          ...(step.apiId === undefined ? [] : [{ place: apiIdPlace(step), name: step.apiId }]),
        ]),
      ];
    case 'customizations':
      return facts.declarations.map(({ logicalNamePath, logicalName }) => ({
        place: { path: logicalNamePath },
        name: logicalName,
      }));
    case 'settings':
      return facts.bindings.flatMap((binding): Claim[] => [
        { place: { path: binding.logicalNamePath }, name: binding.logicalName },
        ...(binding.connectionId === undefined
          ? []
          : [{ place: { path: binding.connectionIdPath }, name: binding.connectionId }]),
        ...(binding.connectorId === undefined
          ? []
          : [{ place: { path: binding.connectorIdPath }, name: binding.connectorId }]),
      ]);
    case 'canvasApp':
    case 'agentReferences':
    case 'environmentVariable':
      return facts.uses.map(({ place, logicalName }) => ({ place, name: logicalName }));
    case 'agent':
    case 'solution':
    case 'solutionPart':
    case 'baseline':
    case 'configuration':
    case 'connector':
    case 'environmentVariableValue':
    case 'flowMetadata':
      return [];
  }
}

/** A connector's id ends in the name; everything else is the name. */
function checkClaim(workspace: Workspace, file: string, { place, name }: Claim, report: Report): void {
  const found = unescapedTextAt(workspace, { file, place });
  report.count();
  if (found !== name && !found.endsWith(`/${name}`))
    report.fail(`${file} ${JSON.stringify(place)}: '${found}' is not '${name}'`);
}

/** Compares with what `JSON.parse` says of the path; a finding anywhere else must at least be inside of its text. */
function checkPlace(workspace: Workspace, at: FilePlace, what: string, report: Report): void {
  report.count();
  const { start, end } = locate(workspace.documents, at);
  const text = workspace.texts.text(at.file) ?? '';
  if (start > end || end > text.length) report.fail(`${what}: ${at.file} ${start}–${end} lies outside of the text`);
  if ('span' in at.place || at.place.path.length === 0) return;
  if (end === 0) report.fail(`${what}: nothing is at ${at.file} ${JSON.stringify(at.place)}`);
  else if (readsAsJson(at.file)) checkJsonPlace(workspace, at.file, at.place, text, what, report);
}

function checkJsonPlace(
  workspace: Workspace,
  file: string,
  place: PathPlace,
  text: string,
  what: string,
  report: Report,
): void {
  const expected = place.part ?? (place.onKey ? place.path.at(-1) : valueAt(text, place.path));
  if (typeof expected !== 'string') return;
  const found = unescapedTextAt(workspace, { file, place });
  if (found !== expected) report.fail(`${what}: ${file} ${JSON.stringify(place)}: '${found}' is not '${expected}'`);
}

function valueAt(text: string, path: PathPlace['path']): unknown {
  try {
    return path.reduce<unknown>((value, segment) => (value as Record<string, unknown>)[segment], JSON.parse(text));
  } catch {
    // The tree of a broken text is all that there is.
    return undefined;
  }
}

/** What a place's text means. */
export function unescapedTextAt(workspace: Workspace, at: FilePlace): string {
  const { start, end } = locate(workspace.documents, at);
  const raw = (workspace.texts.text(at.file) ?? '').slice(start, end);
  // An empty string has no text of its own, so its quotes stand for it.
  if (raw === '""') return '';
  return readsAsJson(at.file) ? unescapeJson(raw) : unescapeXml(raw);
}

function unescapeJson(raw: string): string {
  try {
    return String(JSON.parse(`"${raw}"`));
  } catch {
    return raw;
  }
}

function unescapeXml(raw: string): string {
  const names: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
  return raw
    .replace(/&#x([\da-f]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);/g, (_, decimal: string) => String.fromCodePoint(Number(decimal)))
    .replace(/&(\w+);/g, (entity, name: string) => names[name] ?? entity);
}
