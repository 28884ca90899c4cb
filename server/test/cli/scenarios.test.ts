import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectRoot } from './commandLine';
import { parseScenario, prepareFolder, printScenario, transcript } from './scenario';

const scenariosFolder = path.join(projectRoot, 'server', 'test', 'cli', 'scenarios');

/** Writes what the commands print now into the scenarios, for a look at the difference. */
const updates = process.env.CONNREF_UPDATE_SCENARIOS !== undefined;

describe('command line', () => {
  let emptyFolder = '';
  beforeEach(() => {
    emptyFolder = realpathSync(mkdtempSync(path.join(tmpdir(), 'connref-scenario-')));
  });
  afterEach(() => rmSync(emptyFolder, { recursive: true }));

  for (const name of readdirSync(scenariosFolder)) {
    it(path.basename(name, '.txt').replaceAll('-', ' '), () => {
      const file = path.join(scenariosFolder, name);
      const source = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
      const scenario = parseScenario(source);
      const folder = prepareFolder(scenario, emptyFolder);
      const results = scenario.commands.map(({ command }) => ({ command, expected: transcript(command, folder) }));
      if (updates) writeFileSync(file, printScenario(scenario, results));
      else assert.equal(printScenario(scenario, results), source);
    });
  }
});
