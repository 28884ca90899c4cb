/** The pages of the project link to what is there, and show every picture that is kept, in both themes. */
import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import path from 'node:path';

const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...fs
    .readdirSync('docs')
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const picturesFolder = 'docs/images';
const pictures = fs.readdirSync(picturesFolder).map((name) => `${picturesFolder}/${name}`);
/** A sign that somebody keeps them larger than they have to be. */
const mostBytes = 6_000_000;

describe('the pages', () => {
  for (const page of pages) {
    it(`${page} links to nothing that is not there`, () => {
      assert.deepEqual(
        linksOf(page).filter((file) => !fs.existsSync(file)),
        [],
      );
    });
  }

  it('docs/screenshots.md shows every picture', () => {
    const shown = linksOf('docs/screenshots.md').filter((file) => file.startsWith(`${picturesFolder}/`));
    assert.deepEqual([...new Set(shown)].sort(), [...pictures].sort());
  });

  it('the README shows what is seen, in the light theme', () => {
    const shown = linksOf('README.md').filter((file) => file.startsWith(`${picturesFolder}/`));
    assert.ok(shown.length > 0);
    assert.deepEqual(
      shown.filter((file) => !file.endsWith('-light.png')),
      [],
    );
  });
});

describe('the pictures', () => {
  it('are there in light and in dark, of one size', () => {
    const names = new Set(pictures.map((file) => file.replace(/-(light|dark)\.png$/, '')));
    for (const name of names) {
      assert.deepEqual(sizeOf(`${name}-light.png`), sizeOf(`${name}-dark.png`), name);
    }
    assert.equal(pictures.length, names.size * 2);
  });

  it('are small', () => {
    const bytes = pictures.reduce((sum, file) => sum + fs.statSync(file).size, 0);
    assert.ok(bytes < mostBytes, `They have ${bytes} bytes.`);
  });
});

/** The files that a page links to or shows, from the project's top folder on. */
function linksOf(page: string): string[] {
  return [...fs.readFileSync(page, 'utf8').matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target.replace(/#.*$/, ''))
    .filter((target) => target !== '' && !/^[a-z]+:/.test(target))
    .map((target) => path.posix.join(path.posix.dirname(page), target));
}

function sizeOf(png: string): { readonly width: number; readonly height: number } {
  const bytes = fs.readFileSync(png);
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}
