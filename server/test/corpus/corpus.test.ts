import assert from 'node:assert/strict';
import path from 'node:path';
import { fixturesFolder } from '../cli/commandLine';
import { runProperties } from './run';

/** The properties of `npm run test:corpus`, on the project's own solutions. */
describe('properties of every solution', () => {
  for (const { property, failures } of runProperties(fixturesFolder.replaceAll(path.sep, '/'))) {
    it(property.name, () => {
      assert.deepEqual(
        failures.flatMap(({ unit, messages }) => messages.map((message) => `${unit.scope} ${unit.root}: ${message}`)),
        [],
      );
    });
  }
});
