import assert from 'node:assert/strict';
import path from 'node:path';
import { fixturesFolder } from '../cli/commandLine';
import { runProperties } from './run';

const folder = fixturesFolder.replaceAll(path.sep, '/');
/** Each of its cases holds one workspace twice, and most of what they hold is in the other fixtures too. */
const cases = `${folder}/refactorings`;

/** The properties of `npm run test:corpus`, on the project's own solutions. */
describe('properties of every solution', () => {
  for (const { property, failures } of runProperties(folder, [cases])) {
    it(property.name, () => {
      assert.deepEqual(
        failures.flatMap(({ unit, messages }) => messages.map((message) => `${unit.scope} ${unit.root}: ${message}`)),
        [],
      );
    });
  }
});
