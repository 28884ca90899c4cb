/** Globs of configurations: many of them cost little, and each matches what it would match alone. */
import assert from 'node:assert/strict';
import picomatch from 'picomatch';
import { GlobIndex, type CompileGlob } from '../../src/project/globs';

const from = '/repo/connref.json';
const options = { nocase: true, dot: true };

interface Counted {
  readonly compile: CompileGlob;
  /** One for each time that it happened. */
  readonly compiled: string[];
  readonly asked: string[];
}

function counting(): Counted {
  const [compiled, asked]: [string[], string[]] = [[], []];
  const compile: CompileGlob = (glob) => {
    compiled.push(glob);
    const matches = picomatch(glob, options);
    return (path) => {
      asked.push(path);
      return matches(path);
    };
  };
  return { compile, compiled, asked };
}

describe('an index of globs', () => {
  const globs = [
    'src/Workflows/A.json',
    'SRC/workflows/*.JSON',
    './src/**',
    '**/Größe/*.json',
    'src/**/B.json',
    '{src,lib}/Workflows/A.json',
    'lib/{a/x,b}/A.json',
    'lib(/a)?/A.json',
    'lib/@(a|b)/A.json',
    'src/A.json|lib/A.json',
    '!src/**',
    'src/!(lib)/A.json',
    'lib/Flow \\(1\\).json',
    'lib/Flow [(]1).json',
    '[ls]ib/A.json',
    'A.json/**',
    '"lib"/A.json',
    '*.json',
    '.github/*',
    '',
  ];
  const files = [
    'src/Workflows/A.json',
    'src/Workflows/B.json',
    'src/größe/A.json',
    'src/GRÖSSE/A.json',
    'src/A.json',
    'lib/A.json',
    'lib/a/A.json',
    'lib/b/A.json',
    'lib/a/x/A.json',
    'lib/Workflows/A.json',
    'lib/Flow (1).json',
    'A.json',
    '.github/A.json',
  ];

  for (const glob of globs) {
    it(`matches '${glob}' as alone`, () => {
      const alone = glob === '' ? () => false : picomatch(glob.replace(/^\.\//, ''), options);
      const index = new GlobIndex([
        { from, globs, value: 'another' },
        { from, globs: [glob], value: 'it' },
      ]);
      for (const file of files) assert.equal(index.matching(`/repo/${file}`).includes('it'), alone(file), file);
    });
  }

  it('matches nothing that lies elsewhere', () => {
    const index = new GlobIndex([{ from, globs: ['**'], value: true }]);
    assert.deepEqual(index.matching('/repository/A.json'), []);
    assert.deepEqual(index.matching('/Repo/A.json'), [true]);
  });

  it('gives what is said of a file in order, and what is said of every file', () => {
    const index = new GlobIndex([
      { from, globs: ['*.json'], value: 'json' },
      { from, globs: undefined, value: 'all' },
      { from, globs: ['a.*', 'A.*'], value: 'a' },
      { from, globs: [], value: 'none' },
    ]);
    assert.deepEqual(index.matching('/repo/a.json'), ['json', 'all', 'a']);
    assert.deepEqual(index.matching('/repo/b.xml'), ['all']);
  });

  it('tells the globs that match no file', () => {
    const index = new GlobIndex([{ from, globs: ['*.json', 'b.*', '**/c/**', 'b.*'], value: true }]);
    assert.deepEqual([...index.unused(['/repo/a.json', '/repo/c.json'])], ['b.*', '**/c/**']);
  });

  it('asks few of many globs for a file, and compiles each once at most', () => {
    const counted = counting();
    const numbers = Array.from({ length: 4000 }, (_, i) => i);
    const shapes = [
      (i: number) => `src/Workflows/Flow${i}.json`,
      (i: number) => `old${i}/**`,
      (i: number) => `**/old${i}/Workflows/*.json`,
      (i: number) => `Solution${i}/Workflows/Flow \\(*`,
    ];
    const entries = numbers.map((i) => ({ from, globs: shapes.map((shape) => shape(i)), value: i }));
    const index = new GlobIndex(entries, counted.compile);
    for (const i of numbers.slice(0, 1000)) {
      assert.deepEqual(index.matching(`/repo/src/Workflows/Flow${i}.json`), [i]);
      assert.deepEqual(index.matching(`/repo/OLD${i}/Workflows/A.json`), [i]);
      assert.deepEqual(index.matching(`/repo/src/Workflows/New${i}.json`), []);
    }
    assert.equal(index.unused(['/repo/src/Workflows/Flow1.json']).size, 4 * 4000 - 1);
    assert.ok(counted.compiled.length <= 3001, `${counted.compiled.length} compiled`);
    assert.ok(counted.asked.length <= 4000, `${counted.asked.length} asked`);
  });
});
