/**
 * A workspace in one string: `//- /path` starts a file, `⟦…⟧` marks a span, `$0` the cursor. The marks are taken out of
 * the texts, so that nobody has to count offsets.
 */
import type { Span } from '../src/base/span';
import type { FileId } from '../src/model/place';
import { memoryFileSystem, type MemoryFileSystem } from './memoryFileSystem';

export interface Fixture {
  /** Texts without marks, by file. */
  readonly files: ReadonlyMap<FileId, string>;
  /** What stood between `⟦` and `⟧`, in the order of the text; a file without marks has none. */
  readonly spans: ReadonlyMap<FileId, readonly Span[]>;
  readonly cursor?: { readonly file: FileId; readonly offset: number };
  /** The files on a disk of their own. */
  fileSystem(): MemoryFileSystem;
}

export interface FixtureOptions {
  /** Whether to add a plain `/Other/Solution.xml` where no file is a `Solution.xml` or `solution.yml`, which is the default. */
  readonly addsSolution?: boolean;
}

export const plainSolution = `<ImportExportXml><SolutionManifest>
  <UniqueName>Fixture</UniqueName>
  <Version>1.0.0.0</Version>
  <Managed>0</Managed>
</SolutionManifest></ImportExportXml>
`;

/** @throws Error when a mark has no partner, there is a second cursor, or text stands before the first file. */
export function parseFixture(source: string, { addsSolution = true }: FixtureOptions = {}): Fixture {
  const files = new Map<FileId, string>();
  const spans = new Map<FileId, readonly Span[]>();
  let cursor: Fixture['cursor'];
  const [before = '', ...sections] = source.split(/^\/\/- /m);
  if (before.trim() !== '') throw new Error(`Text before the first '//- <path>': ${before.trim()}`);

  for (const section of sections) {
    const lineEnd = section.indexOf('\n');
    const file = section.slice(0, lineEnd).trim();
    const marked = takeMarks(section.slice(lineEnd + 1), file);
    files.set(file, marked.text);
    if (marked.spans.length > 0) spans.set(file, marked.spans);
    if (marked.cursor === undefined) continue;
    if (cursor) throw new Error(`A second cursor, in ${file}`);
    cursor = { file, offset: marked.cursor };
  }
  if (addsSolution && ![...files.keys()].some((file) => /(^|\/)solution\.(xml|ya?ml)$/i.test(file))) {
    files.set('/Other/Solution.xml', plainSolution);
  }
  return { files, spans, ...(cursor && { cursor }), fileSystem: () => memoryFileSystem(Object.fromEntries(files)) };
}

interface Marked {
  readonly text: string;
  readonly spans: readonly Span[];
  readonly cursor: number | undefined;
}

function takeMarks(source: string, file: FileId): Marked {
  const spans: Span[] = [];
  const open: number[] = [];
  let cursor: number | undefined;
  let text = '';
  for (const part of source.split(/(⟦|⟧|\$0)/)) {
    if (part === '⟦') open.push(text.length);
    else if (part === '⟧') {
      const start = open.pop();
      if (start === undefined) throw new Error(`'⟧' without '⟦' in ${file}`);
      spans.push({ start, end: text.length });
    } else if (part === '$0') {
      if (cursor !== undefined) throw new Error(`A second cursor in ${file}`);
      cursor = text.length;
    } else text += part;
  }
  if (open.length > 0) throw new Error(`'⟦' without '⟧' in ${file}`);
  return { text, spans: spans.sort((a, b) => a.start - b.start || a.end - b.end), cursor };
}
