/** The text of a `connref.json` to begin with: what the workspace holds, and comments on what else can be said. */
import { compare } from '../base/compare';
import { Multimap } from '../base/multimap';
import { globFor } from '../project/configuration';
import type { Snapshot } from '../project/snapshot';
import { rules } from '../rules/registry';
import type { FileId } from '../model/place';

/** @param file the configuration that is to be; environments whose files lie elsewhere are left out. */
export function starterConfiguration(snapshot: Snapshot, file: FileId): string {
  return `// What holds for the solutions in this folder and below. Hover over a name to read what it means.
{
  // Severities: "error", "warning", "info", "hint" or "off". 'connref explain <rule>' tells what a rule is about.
  "rules": {
    // These are off until you turn them on:
${rules
  .filter(({ severity }) => severity === 'off')
  .map(({ id }) => `    // "${id}": "warning",`)
  .join('\n')}
  },

  // Deployment settings files. With "strict": true, every reference must be bound there when the file is used.
  "environments": ${renderEnvironments(snapshot, file)},

  // Patterns of files that are taken for not there, from this folder on.
  // "exclude": ["archive/**"],

  // Findings that nobody is to be told, each with a reason. The light bulb adds them.
  "suppressions": []
}
`;
}

/** One line for each, in a form that a person would write. */
function renderEnvironments(snapshot: Snapshot, configuration: FileId): string {
  const files = new Multimap<string, string>();
  for (const { file, environment } of snapshot.settings) {
    const glob = globFor(configuration, file);
    if (glob !== undefined) files.add(environment, glob);
  }
  const lines = [...files.keys()].sort(compare).map((name) => {
    const globs = files.get(name).map((glob) => JSON.stringify(glob));
    const written = globs.length === 1 ? globs.join() : `[${globs.join(', ')}]`;
    return `    { "name": ${JSON.stringify(name)}, "files": ${written} }`;
  });
  return lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
}
