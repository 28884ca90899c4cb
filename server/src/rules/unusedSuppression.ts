import { resolvePath } from '../project/configuration';
import type { CheckInput, Rule, RuleFinding } from './rule';

export const unusedSuppression: Rule = {
  id: 'unused-suppression',
  severity: 'hint',
  kinds: ['configuration', 'baseline', 'customizations'],
  unnecessary: true,
  isAboutFindings: true,
  docs: {
    summary: 'A suppression or a baseline entry matches no finding any more.',
    details: `What it was made for is mended, or it has expired, or it never matched. Left where it is, it may one day hide something else.

Remove it; \`connref baseline\` writes a baseline anew.`,
    bad: [
      `
//- /connref.json
{ "suppressions": [ { "rule": "⟦unused-connection-key⟧", "files": "Workflows/Old.json", "reason": "Goes with the next release" } ] }
//- /Workflows/Old.json
{ "properties": { "connectionReferences": {}, "definition": {} } }
`,
    ],
    good: [
      `
//- /connref.json
{ "suppressions": [ { "rule": "unused-connection-key", "name": "shared_sql", "reason": "The next release needs it again" } ] }
//- /Workflows/Old.json
{ "properties": { "connectionReferences": { "shared_sql": { "connection": {}, "api": { "name": "shared_sql" } } }, "definition": {} } }
`,
    ],
  },

  check(input) {
    switch (input.facts.kind) {
      case 'configuration':
        return unusedIn(
          input,
          input.facts.suppressions.map(({ path, rule }) => ({ rule, place: { path: [...path, 'rule'] } })),
        );
      case 'baseline':
        if (!isNamed(input)) return [unnamedBaseline(input)];
        return unusedIn(
          input,
          input.facts.entries.map(({ rule, path }) => ({ rule, place: { path: [...path, 'rule'] } })),
        );
      case 'customizations':
        return unusedIn(
          input,
          input.facts.disablingComments.map(({ rules, place }) => ({ rule: rules.join(', '), place })),
          [input.file],
        );
      default:
        return [];
    }
  },
};

/** One finding, and not one for each entry: somebody has just written it, and the next step is to name it. */
function unnamedBaseline({ l10n }: CheckInput): RuleFinding {
  return {
    place: { path: ['connrefBaseline'], onKey: true },
    message: l10n.t(
      'No connref.json here names this baseline, so all that is in it is told. Name it there as "baseline", or remove it.',
    ),
  };
}

function isNamed({ file, snapshot }: CheckInput): boolean {
  return [...snapshot.files].some(
    ([other, facts]) =>
      facts.kind === 'configuration' && facts.baseline !== undefined && resolvePath(other, facts.baseline) === file,
  );
}

interface Entry {
  readonly rule: string;
  readonly place: RuleFinding['place'];
}

/** @param files in which entries could match; all where none are named. */
function* unusedIn(
  input: CheckInput,
  entries: readonly Entry[],
  files: readonly string[] = [...input.snapshot.files.keys()].filter((other) => other !== input.file),
): Iterable<RuleFinding> {
  // It may be for a part of the repository that is not opened.
  if (entries.length === 0 || input.isOutside) return;
  const { file, snapshot, l10n } = input;
  // What is not looked for in this editor is found elsewhere.
  const isHidden = (rule: string): boolean =>
    snapshot.editorSettings.some(({ rules, exclude }) => exclude.length > 0 || rules[rule] === 'off');
  const used = new Set<number>();
  for (const other of files) {
    for (const { suppressed } of canBeSuppressed(snapshot, other) ? input.findingsOf(other) : []) {
      if (suppressed?.from === file) used.add(suppressed.entry);
    }
  }
  for (const [index, { rule, place }] of entries.entries()) {
    if (used.has(index) || isHidden(rule)) continue;
    yield {
      place,
      message: l10n.t("No finding of '{0}' matches this any more, or its day has passed. It can be removed.", rule),
    };
  }
}

/** Findings about suppressions are not looked at, or two configurations would wait for each other. */
function canBeSuppressed(snapshot: CheckInput['snapshot'], file: string): boolean {
  const kind = snapshot.files.get(file)?.kind;
  return kind !== 'configuration' && kind !== 'baseline';
}
