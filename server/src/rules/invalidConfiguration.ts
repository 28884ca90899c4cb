import { resolvePath } from '../project/configuration';
import { GlobIndex, isGlob } from '../project/globs';
import type { ConfigurationFacts } from '../model/facts';
import { say, type L10n } from '../base/l10n';
import type { Path } from '../base/path';
import type { CheckInput, Rule, RuleFinding } from './rule';

export const invalidConfiguration: Rule = {
  id: 'invalid-configuration',
  severity: 'warning',
  kinds: ['configuration'],
  docs: {
    summary: 'Something in `connref.json` can not be used.',
    details: `An unknown rule or setting, a value of a wrong type, a file that is not there, a pattern that matches no file, or configurations that extend each other in a circle. The rest of the configuration counts all the same.

Correct it at the place.`,
    bad: [
      `
//- /connref.json
{
  // A comment is fine here.
  "rules": { "⟦unused-conection-key⟧": "off", "unused-connection-key": "⟦never⟧" },
  "⟦ruels⟧": {},
  "extends": "⟦../shared/connref.json⟧",
  "exclude": ["⟦archive/**⟧"],
}
//- /Workflows/Old.json
{ "properties": { "connectionReferences": {}, "definition": {} } }
`,
    ],
    good: [
      `
//- /connref.json
{ "rules": { "unused-connection-key": "warning" }, "overrides": [ { "files": "Workflows/*.json", "rules": { "unused-connection-key": "off" } } ] }
//- /Workflows/Old.json
{ "properties": { "connectionReferences": {}, "definition": {} } }
`,
    ],
  },

  *check(input) {
    const { facts, ruleIds, l10n } = input;
    if (facts.kind !== 'configuration') return;
    for (const { place, message } of facts.issues) yield { place, message: say(l10n, message) };
    for (const { rule, path } of [...facts.rules, ...facts.overrides.flatMap(({ rules }) => rules)]) {
      if (!ruleIds.includes(rule)) yield { place: { path, onKey: true }, message: unknownRule(l10n, rule) };
    }
    for (const { rule, path } of facts.suppressions) {
      if (!ruleIds.includes(rule)) yield { place: { path: [...path, 'rule'] }, message: unknownRule(l10n, rule) };
    }
    yield* checkFiles(input, facts);
    // A pattern may be for a part of the repository that is not opened.
    if (!input.isOutside) yield* checkGlobs(input, facts);
  },
};

function unknownRule(l10n: L10n, rule: string): string {
  return l10n.t("There is no rule '{0}'. The rules are listed in Connref's documentation.", rule);
}

function* checkFiles({ file, snapshot, l10n }: CheckInput, facts: ConfigurationFacts): Iterable<RuleFinding> {
  for (const [index, path] of facts.extends.entries()) {
    const place = { path: ['extends', index] };
    const target = resolvePath(file, path);
    if (snapshot.allFiles.get(target)?.kind !== 'configuration') {
      yield {
        place,
        message: l10n.t(
          "There is no configuration '{0}' here. Name a file connref.json or <name>.connref.json in the workspace.",
          path,
        ),
      };
    } else if (leadsTo(snapshot, target, file)) {
      yield { place, message: l10n.t("'{0}' extends this file in turn. A circle is cut where it closes.", path) };
    }
  }
  const { baseline } = facts;
  if (baseline !== undefined && snapshot.allFiles.get(resolvePath(file, baseline))?.kind !== 'baseline') {
    yield {
      place: { path: ['baseline'] },
      message: l10n.t("There is no baseline '{0}'. Write one with connref baseline.", baseline),
    };
  }
}

function leadsTo(snapshot: CheckInput['snapshot'], from: string, to: string, around: readonly string[] = []): boolean {
  const facts = snapshot.allFiles.get(from);
  if (from === to) return true;
  if (facts?.kind !== 'configuration' || around.includes(from)) return false;
  return facts.extends.some((path) => leadsTo(snapshot, resolvePath(from, path), to, [...around, from]));
}

/** A pattern may be for files that come later, so a workspace without any file says nothing. */
function* checkGlobs({ file, snapshot, l10n }: CheckInput, facts: ConfigurationFacts): Iterable<RuleFinding> {
  const lists: { readonly globs: readonly string[]; readonly path: Path }[] = [
    { globs: facts.exclude, path: ['exclude'] },
    ...facts.overrides.map(({ files: globs, path }) => ({ globs, path: [...path, 'files'] })),
    ...facts.environments.map(({ files: globs, path }) => ({ globs, path: [...path, 'files'] })),
    ...facts.suppressions.map(({ files: globs, path }) => ({ globs, path: [...path, 'files'] })),
  ];
  const index = new GlobIndex(lists.map(({ globs }) => ({ from: file, globs, value: true })));
  const unused = index.unused(snapshot.allFiles.keys());
  for (const { globs, path } of lists) {
    for (const [index, glob] of globs.entries()) {
      const place = { path: [...path, index] };
      if (!isGlob(glob)) yield { place, message: l10n.t("'{0}' is no pattern for files.", glob) };
      else if (unused.has(glob)) {
        yield {
          place,
          message: l10n.t("'{0}' matches no file that Connref reads. Patterns start at the folder of this file.", glob),
        };
      }
    }
  }
}
