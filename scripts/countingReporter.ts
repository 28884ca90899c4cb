/**
 * Mocha's usual report, which also writes how many tests passed and failed to the file of the reporter option
 * `counts`, so that `.ci/run` can add up all runs.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type MochaOptions, Runner, reporters } from 'mocha';

export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
}

class CountingReporter extends reporters.Spec {
  constructor(runner: Runner, options: MochaOptions) {
    super(runner, options);
    const { counts } = (options.reporterOptions ?? {}) as { readonly counts?: string };
    if (counts === undefined) return;
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      writeCounts(counts, { passed: this.stats.passes, failed: this.stats.failures });
    });
  }
}

export default CountingReporter;

export function writeCounts(file: string, counts: TestCounts): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(counts));
}
