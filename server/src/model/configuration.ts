/**
 * Reads `connref.json`, comments and trailing commas allowed. What is wrong in it is told at its place and left out;
 * the rest counts.
 */
import { parse, type ParseError } from 'jsonc-parser';
import { toSay, type Message } from '../base/l10n';
import type { Path } from '../base/path';
import { findMergeConflict } from '../syntax/conflict';
import { inspectJsonc } from '../syntax/jsoncShape';
import type {
  ConfigurationFacts,
  ConfigurationIssue,
  ConnectorLists,
  EnvironmentSetting,
  Naming,
  Override,
  RuleSetting,
  Suppression,
} from './facts';
import { conflictProblem, get, isRecord } from './json';

/** Names of the top-level properties, for the schema's test. */
export const configurationProperties = [
  '$schema',
  'extends',
  'rules',
  'overrides',
  'environments',
  'exclude',
  'naming',
  'connectors',
  'suppressions',
  'baseline',
] as const;

/** Reads any text. */
export function extractConfiguration(source: string): ConfigurationFacts {
  const conflict = findMergeConflict(source);
  if (conflict) return { ...nothing, problems: [conflictProblem(conflict)] };
  const { repeated, tooDeep } = inspectJsonc(source);
  if (tooDeep) {
    const message = toSay('This file is nested too deeply to be read.');
    return { ...nothing, problems: [{ kind: 'syntax', message, place: { span: tooDeep } }] };
  }
  const errors: ParseError[] = [];
  const value: unknown = source.trim() === '' ? {} : parse(source, errors, { allowTrailingComma: true });
  const [first] = errors;
  const problems = first
    ? [
        {
          kind: 'syntax' as const,
          message: toSay('This file does not parse here; what stands before is used.'),
          place: {
            span: { start: first.offset, end: Math.min(source.length, first.offset + Math.max(1, first.length)) },
          },
        },
      ]
    : [];
  const reader = new Reader();
  if (!isRecord(value)) {
    reader.tell([], toSay('A configuration must be an object.'));
    return { ...nothing, issues: reader.issues, problems };
  }
  for (const path of repeated) {
    reader.tell(
      path,
      toSay("'{0}' stands here twice, and only the last one counts. Remove one.", path.at(-1) ?? ''),
      true,
    );
  }
  for (const name of Object.keys(value)) {
    if (!(configurationProperties as readonly string[]).includes(name)) {
      reader.tell(
        [name],
        toSay("There is no setting '{0}'. Known are {1}.", name, configurationProperties.slice(1).join(', ')),
        true,
      );
    }
  }
  const baseline = reader.text(value, ['baseline']);
  return {
    kind: 'configuration',
    extends: reader.textOrTexts(value, ['extends']),
    rules: reader.rules(get(value, 'rules'), ['rules']),
    overrides: reader.list(value, ['overrides'], (item, path): Override[] => [
      {
        files: reader.textOrTexts(item, [...path, 'files']),
        path,
        rules: reader.rules(get(item, 'rules'), [...path, 'rules']),
      },
    ]),
    environments: reader.list(value, ['environments'], (item, path) => readEnvironment(reader, item, path)),
    exclude: reader.textOrTexts(value, ['exclude']),
    naming: readNaming(reader, value),
    connectors: readConnectors(reader, value),
    suppressions: reader.list(value, ['suppressions'], (item, path) => readSuppression(reader, item, path)),
    ...(baseline !== undefined && { baseline }),
    issues: reader.issues,
    problems,
  };
}

const nothing: ConfigurationFacts = {
  kind: 'configuration',
  extends: [],
  rules: [],
  overrides: [],
  environments: [],
  exclude: [],
  naming: {},
  connectors: { allow: [], block: [], business: [], nonBusiness: [] },
  suppressions: [],
  issues: [],
  problems: [],
};

function readEnvironment(reader: Reader, item: unknown, path: Path): EnvironmentSetting[] {
  const name = reader.text(item, [...path, 'name']);
  if (name === undefined) reader.tell(path, toSay("An environment needs a 'name'."));
  const strict = get(item, 'strict');
  if (strict !== undefined && typeof strict !== 'boolean')
    reader.tell([...path, 'strict'], toSay("'strict' is true or false."));
  const files = reader.textOrTexts(item, [...path, 'files']);
  const solutions = reader.textOrTexts(item, [...path, 'solutions']);
  return name === undefined ? [] : [{ name, files, strict: strict === true, solutions, path }];
}

function readNaming(reader: Reader, value: unknown): Naming {
  const template = reader.text(value, ['naming', 'template']);
  const pattern = reader.text(value, ['naming', 'pattern']);
  if (pattern !== undefined && !isPattern(pattern)) {
    reader.tell(['naming', 'pattern'], toSay("'{0}' is no regular expression.", pattern));
    return { ...(template !== undefined && { template }) };
  }
  return { ...(template !== undefined && { template }), ...(pattern !== undefined && { pattern }) };
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u').source !== '';
  } catch {
    return false;
  }
}

function readConnectors(reader: Reader, value: unknown): ConnectorLists {
  return {
    allow: reader.textOrTexts(value, ['connectors', 'allow']),
    block: reader.textOrTexts(value, ['connectors', 'block']),
    business: reader.textOrTexts(value, ['connectors', 'groups', 'business']),
    nonBusiness: reader.textOrTexts(value, ['connectors', 'groups', 'nonBusiness']),
  };
}

function readSuppression(reader: Reader, item: unknown, path: Path): Suppression[] {
  const rule = reader.text(item, [...path, 'rule']);
  const files = reader.textOrTexts(item, [...path, 'files']);
  const pointer = reader.text(item, [...path, 'pointer']);
  const name = reader.text(item, [...path, 'name']);
  const reason = reader.text(item, [...path, 'reason']);
  const expires = reader.text(item, [...path, 'expires']);
  if (rule === undefined) {
    reader.tell(path, toSay("A suppression needs a 'rule'."));
    return [];
  }
  if (expires !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(expires)) {
    reader.tell([...path, 'expires'], toSay("'{0}' is no date like 2027-01-31.", expires));
    return [];
  }
  return [
    {
      rule,
      files,
      ...(pointer !== undefined && { pointer }),
      ...(name !== undefined && { name }),
      ...(reason !== undefined && { reason }),
      ...(expires !== undefined && { expires }),
      path,
    },
  ];
}

/** Takes values of a wrong type for missing, and tells them. Paths name the value from the top of the file. */
class Reader {
  readonly issues: ConfigurationIssue[] = [];

  tell(path: Path, message: Message, onKey = false): void {
    this.issues.push({ place: onKey ? { path, onKey: true } : { path }, message });
  }

  text(owner: unknown, path: Path): string | undefined {
    const value = valueAt(owner, path);
    if (value === undefined) return undefined;
    if (typeof value === 'string' && value !== '') return value;
    this.tell(path, toSay("'{0}' must be a text.", String(path.at(-1))));
    return undefined;
  }

  textOrTexts(owner: unknown, path: Path): readonly string[] {
    const value = valueAt(owner, path);
    if (value === undefined) return [];
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (values.every((item) => typeof item === 'string')) return values;
    this.tell(path, toSay("'{0}' must be a text or a list of texts.", String(path.at(-1))));
    return [];
  }

  list<T>(owner: unknown, path: Path, read: (item: unknown, path: Path) => readonly T[]): readonly T[] {
    const value = valueAt(owner, path);
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      this.tell(path, toSay("'{0}' must be a list.", String(path.at(-1))));
      return [];
    }
    return value.flatMap((item: unknown, index) => {
      if (isRecord(item)) return read(item, [...path, index]);
      this.tell([...path, index], toSay('Each item must be an object.'));
      return [];
    });
  }

  rules(value: unknown, path: Path): readonly RuleSetting[] {
    if (value === undefined) return [];
    if (!isRecord(value)) {
      this.tell(path, toSay("'rules' must be an object with a severity for each rule."));
      return [];
    }
    return Object.entries(value).flatMap(([rule, severity]) => {
      if (
        severity === 'error' ||
        severity === 'warning' ||
        severity === 'info' ||
        severity === 'hint' ||
        severity === 'off'
      ) {
        return [{ rule, severity, path: [...path, rule] }];
      }
      this.tell([...path, rule], toSay('A severity is error, warning, info, hint or off.'));
      return [];
    });
  }
}

/** The owner stands at the last but one segment already, unless the path leads from the top. */
function valueAt(owner: unknown, path: Path): unknown {
  const names = path.slice(path.findLastIndex((segment) => typeof segment === 'number') + 1).map(String);
  return get(owner, ...names);
}
