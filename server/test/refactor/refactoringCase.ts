/**
 * The cases of `test-fixtures/refactorings`: a folder for each, with the workspace as it is in `before/`, the files that
 * are to be changed or made in `after/`, and in `request.json` what is asked for and what is to be told.
 */
import * as fs from 'node:fs';
import path from 'node:path';
import type { FileId } from '../../src/model/place';
import type { RefactorRequest } from '../../src/refactor/request';

export interface RefactoringCase {
  readonly name: string;
  /** What the case is about, in a sentence. */
  readonly shows: string;
  readonly request: RefactorRequest;
  /** What a person is told before. */
  readonly notes: readonly string[];
  /** What has to stay and why, as `file: reason`. */
  readonly left: readonly string[];
  /** Files that are to be deleted. */
  readonly gone: readonly FileId[];
  /** Files that are made in a layout of their own, whatever the others have. */
  readonly plain: readonly FileId[];
  /** Variants in which something else comes out, each with the reason. */
  readonly except: Readonly<Record<string, string>>;
  readonly before: ReadonlyMap<FileId, string>;
  readonly after: ReadonlyMap<FileId, string>;
}

export const casesFolder = path.resolve(__dirname, '..', '..', '..', '..', 'test-fixtures', 'refactorings');

export function readCases(): RefactoringCase[] {
  return fs
    .readdirSync(casesFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => readCase(name));
}

function readCase(name: string): RefactoringCase {
  const folder = path.join(casesFolder, name);
  const told = JSON.parse(fs.readFileSync(path.join(folder, 'request.json'), 'utf8')) as Told;
  const { shows, request, notes = [], left = [], gone = [], plain = [], except = {} } = told;
  return {
    name,
    shows,
    request: withFileIds(request) as RefactorRequest,
    notes,
    left,
    gone: gone.map((file) => `/${file}`),
    plain: plain.map((file) => `/${file}`),
    except,
    before: readTree(path.join(folder, 'before')),
    after: readTree(path.join(folder, 'after')),
  };
}

/** As `request.json` has it: files are named by their paths in `before/`. */
type Told = Pick<RefactoringCase, 'shows'> &
  Partial<Pick<RefactoringCase, 'notes' | 'left' | 'gone' | 'plain' | 'except'>> & { readonly request: unknown };

function withFileIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withFileIds);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      typeof inner === 'string' && /^(file|fromFile|toFile)$/.test(name) ? `/${inner}` : withFileIds(inner),
    ]),
  );
}

function readTree(folder: string): ReadonlyMap<FileId, string> {
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const files = entries.map((entry) => path.join(entry.parentPath, entry.name)).sort();
  return new Map(
    files.map((file) => [`/${path.relative(folder, file).replaceAll(path.sep, '/')}`, fs.readFileSync(file, 'utf8')]),
  );
}
