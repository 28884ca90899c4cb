import assert from 'node:assert/strict';
import { nameFiles } from '../../src/features/fileNames';

function checkNames(expected: Readonly<Record<string, string>>): void {
  const files = Object.keys(expected);
  const nameOf = nameFiles(files);
  assert.deepEqual(Object.fromEntries(files.map((file) => [file, nameOf(file)])), expected);
}

describe('the name of a file', () => {
  it('has its folder, where it has one', () => {
    checkNames({ '/repo/hr/settings/prod.json': 'settings/prod.json', '/prod.json': 'prod.json' });
  });

  it('has as many folders as tell it from the others, and no more', () => {
    checkNames({
      '/repo/base/config/settings.json': 'base/config/settings.json',
      '/repo/hr/config/settings.json': 'hr/config/settings.json',
      '/repo/hr/prod/settings.json': 'prod/settings.json',
    });
  });

  it('is the whole path where that is the end of another one', () => {
    checkNames({
      '/config/settings.json': 'config/settings.json',
      '/hr/config/settings.json': 'hr/config/settings.json',
    });
    checkNames({ 'config/settings.json': 'config/settings.json', '/config/settings.json': 'config/settings.json' });
  });

  it('is the same wherever a file is named twice', () => {
    const nameOf = nameFiles(['/hr/config/settings.json', '/hr/config/settings.json']);
    assert.equal(nameOf('/hr/config/settings.json'), 'config/settings.json');
  });
});
