/** `npm run test:corpus -- <folder>`: what must hold for every solution there is, tried on every solution below a folder. */
import path from 'node:path';
import { writeCounts } from '../../../scripts/countingReporter';
import { namedByUser } from '../../../scripts/shared/project';
import { countsFile } from '../../../scripts/shared/testHost';
import { diskFileSystem } from '../../src/host/fileSystem';
import { runProperties, type PropertyResult } from './run';
import { openUnit, readUnits } from './units';

const messagesShown = 5;

process.exitCode = main(process.argv.slice(2));

function main([named]: readonly string[]): number {
  if (named === undefined) {
    console.error('Name a folder with solutions: npm run test:corpus -- <folder>');
    return 2;
  }
  const folder = namedByUser(named).replaceAll(path.sep, '/');
  if (diskFileSystem.kindOf(folder) !== 'folder') {
    console.error(`There is no folder '${folder}'.`);
    return 2;
  }
  const found = countsOf(folder);
  if (!found) {
    console.error(`There is no flow below '${folder}', so nothing would be checked.`);
    return 2;
  }
  console.log(`\n  ${folder}: ${found}\n`);
  let [passed, failed] = [0, 0];
  for (const result of runProperties(folder)) {
    passed += result.passed;
    failed += result.failures.length;
    show(result, folder);
  }
  console.log(`\n  ${passed} passing\n${failed === 0 ? '' : `  ${failed} failing\n`}`);
  writeCounts(countsFile('corpus'), { passed, failed });
  return failed === 0 ? 0 : 1;
}

/** @returns undefined where there is no flow: properties that hold for nothing say nothing. */
function countsOf(folder: string): string | undefined {
  const whole = readUnits(folder).find(({ scope }) => scope === 'whole');
  if (!whole) return undefined;
  const { solutions, flows, settings, files } = openUnit(whole).workspace.snapshot;
  if (flows.length === 0) return undefined;
  return `${solutions.length} solutions, ${flows.length} flows, ${settings.length} settings files, ${files.size} files that hold facts`;
}

function show({ property, passed, checked, milliseconds, failures }: PropertyResult, folder: string): void {
  const mark = failures.length === 0 ? '✔' : '✘';
  const seconds = (milliseconds / 1000).toFixed(1);
  const workspaces = `${passed} of ${passed + failures.length} workspaces`;
  console.log(`  ${mark} ${property.name}: ${workspaces}, ${checked} ${property.counted}, ${seconds} s`);
  for (const { unit, messages } of failures) {
    console.log(`      ${unit.scope} ${unit.root.slice(folder.length + 1) || '.'}: ${messages.length} problems`);
    for (const message of messages.slice(0, messagesShown)) {
      console.log(`        ${message.replaceAll(`${folder}/`, '').slice(0, 600)}`);
    }
  }
}
