/** Runs the tests of this folder inside of VS Code, which calls `run` in its extension host. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';
import Mocha from 'mocha';
import CountingReporter from '../../../scripts/countingReporter';

const testMilliseconds = 60_000;

/** Runs all tests. Fails when one of them fails, which is how VS Code learns of it. */
export async function run(): Promise<void> {
  const { CONNREF_TEST_COUNTS: counts, CONNREF_TEST_MARK: mark } = process.env;
  if (mark !== undefined) markReport(mark);
  const mocha = new Mocha({
    timeout: testMilliseconds,
    color: process.env.NO_COLOR === undefined,
    reporter: CountingReporter,
    reporterOptions: { counts },
  });
  for (const name of readdirSync(__dirname).sort()) {
    if (name.endsWith('.test.js')) mocha.addFile(path.join(__dirname, name));
  }
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} ${failures === 1 ? 'test' : 'tests'} failed.`);
}

/** Puts a word before each line of the report, for a reader that has to find it among all that VS Code logs. */
function markReport(mark: string): void {
  Mocha.reporters.Base.consoleLog = (...line: unknown[]) => console.log(mark, format(...line));
}
