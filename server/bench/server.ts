/** The engine as the language server uses it: the index of a folder, and from a keystroke to findings. */
import { getLanguageService, TextDocument, type JSONSchema, type LanguageService } from 'vscode-json-languageservice';
import { diskFileSystem } from '../src/host/fileSystem';
import { Workspace } from '../src/host/workspace';
import type { FileId } from '../src/model/place';
import { locate } from '../src/project/locate';
import { timeCalls, timeOnce } from './measure';
import { milliseconds, type Table } from './table';

export async function measureIndex(folder: FileId, rounds: number): Promise<Table> {
  const texts = flowTexts(open(folder));
  const first = timeOnce(() => checkAll(open(folder)));
  const times = await timeCalls(
    {
      index: () => open(folder),
      check: () => checkAll(open(folder)),
      parse: () => parseAll(texts),
    },
    rounds,
  );
  const megabytes = (texts.reduce((sum, { length }) => sum + length, 0) / 1e6).toFixed(1);
  return {
    head: ['In one process', 'Median'],
    rows: [
      [
        `bare \`JSON.parse\` of ${texts.length} flows, ${megabytes} million characters, as texts in memory`,
        milliseconds(times.parse),
      ],
      ['index: find, read, facts, snapshot', milliseconds(times.index)],
      ['index and all findings', milliseconds(times.check)],
      ['the same for the first time', milliseconds(first)],
    ],
  };
}

export async function measureKeystrokes(folder: FileId, rounds: number): Promise<Table> {
  const workspace = open(folder);
  checkAll(workspace);
  const bySize = workspace.snapshot.flows
    .map(({ file }) => ({ file, text: workspace.texts.text(file) ?? '' }))
    .sort((a, b) => b.text.length - a.text.length);
  const largest = bySize[0];
  const withFindings = bySize.find(({ file }) => workspace.findingsOf(file).length > 0);
  const rows: string[][] = [];
  for (const [what, flow] of [
    ['the largest flow', largest],
    ['the largest flow with findings', withFindings],
  ] as const) {
    if (!flow) continue;
    const service = getLanguageService({});
    service.configure({ validate: true, schemas: [{ uri: 'connref:flow', fileMatch: ['*'], schema: smallSchema }] });
    const inText = typing(flow.text, /"(?:description|subject|Body|value|text)": *"[^"\\]{12,}/i);
    const inName = typing(flow.text, /"connectionReferenceLogicalName": *"[^"]+/);
    if (!inText) continue;
    const times = await timeCalls(
      {
        connref: () => findAndLocate(workspace, flow.file, inText()),
        json: () => validate(service, inText()),
      },
      rounds,
    );
    // By itself: it changes what other files see, so whatever comes next would pay for a new snapshot too.
    const inNames = inName && (await timeCalls({ name: () => findAndLocate(workspace, flow.file, inName()) }, rounds));
    workspace.closeText(flow.file);
    const ratio = (times.connref / times.json).toFixed(1);
    const findings = workspace.findingsOf(flow.file).length;
    rows.push([
      `${what}: ${flow.text.length} characters, ${findings} findings`,
      milliseconds(times.connref),
      milliseconds(times.json),
      ratio,
      inNames ? milliseconds(inNames.name) : '–',
    ]);
  }
  return {
    head: ['Keystroke to findings', 'connref', 'vscode-json-languageservice', 'Ratio', 'in a logical name'],
    rows,
  };
}

function open(folder: FileId): Workspace {
  const workspace = new Workspace({ fileSystem: diskFileSystem });
  Array.from(workspace.open([folder]));
  return workspace;
}

function checkAll(workspace: Workspace): number {
  let findings = 0;
  for (const file of workspace.snapshot.files.keys()) findings += workspace.findingsOf(file).length;
  return findings;
}

function parseAll(texts: readonly string[]): void {
  for (const text of texts) JSON.parse(text);
}

function flowTexts(workspace: Workspace): string[] {
  return workspace.snapshot.flows.map(({ file }) => workspace.texts.text(file) ?? '');
}

/**
 * Somebody types one character and takes it back, for ever, behind what the pattern finds nearest to the middle.
 * @returns what gives the text after each keystroke; undefined where the pattern finds nothing.
 */
function typing(text: string, pattern: RegExp): (() => string) | undefined {
  const all = [...text.matchAll(new RegExp(pattern.source, `${pattern.flags}g`))];
  const match = all[all.length >> 1];
  if (!match) return undefined;
  const at = match.index + match[0].length;
  const typed = `${text.slice(0, at)}x${text.slice(at)}`;
  let isTyped = false;
  return () => {
    isTyped = !isTyped;
    return isTyped ? typed : text;
  };
}

const nextVersion = (() => {
  let version = 0;
  return () => ++version;
})();

/** What the server does for a keystroke, without the protocol: findings with their places. */
function findAndLocate(workspace: Workspace, file: FileId, text: string): number {
  workspace.setOpenText(file, { text, version: nextVersion() });
  let length = 0;
  for (const finding of workspace.findingsOf(file)) {
    const span = locate(workspace.documents, finding);
    length += span.end - span.start;
  }
  return length;
}

async function validate(service: LanguageService, text: string): Promise<number> {
  const document = TextDocument.create('file:///flow.json', 'json', nextVersion(), text);
  const diagnostics = await service.doValidation(document, service.parseJSONDocument(document));
  return diagnostics.length;
}

const smallSchema: JSONSchema = {
  type: 'object',
  required: ['properties', 'schemaVersion'],
  properties: {
    schemaVersion: { type: 'string' },
    properties: {
      type: 'object',
      required: ['connectionReferences', 'definition'],
      properties: {
        connectionReferences: {
          type: 'object',
          additionalProperties: {
            type: 'object',
            properties: {
              runtimeSource: { enum: ['embedded', 'invoker'] },
              connection: { type: 'object', properties: { connectionReferenceLogicalName: { type: 'string' } } },
              api: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
            },
          },
        },
        definition: { type: 'object', properties: { triggers: { type: 'object' }, actions: { type: 'object' } } },
      },
    },
  },
};
