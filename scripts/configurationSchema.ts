/**
 * Writes the JSON schema of `connref.json`, by which editors complete and check it while somebody types. The rules in it
 * come from the rules themselves. A test fails when the file on disk is stale.
 */
import * as fs from 'node:fs';
import * as path from 'node:path';
import { rules } from '../server/src/rules/registry';
import { severities } from '../server/src/rules/rule';

/** The whole schema as it stands on disk. */
export function renderConfigurationSchema(): string {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Connref',
    description:
      'What holds for the Power Platform solutions in the folder of this file and below. Of several files the nearest one above a file counts. Comments and trailing commas are fine.',
    type: 'object',
    additionalProperties: false,
    allowTrailingCommas: true,
    properties,
    definitions: { rules: ruleSeverities, patterns, texts },
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

const ruleSeverities = {
  type: 'object',
  additionalProperties: false,
  properties: Object.fromEntries(
    rules.map(({ id, severity, docs }) => [
      id,
      { description: plain(docs.summary), enum: [...severities, 'off'], default: severity },
    ]),
  ),
};

const texts = {
  oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
};

const patterns = {
  oneOf: [
    { type: 'string', minLength: 1 },
    { type: 'array', items: { type: 'string', minLength: 1 } },
  ],
};

/** By setting, in the order in which a person would write them. */
const properties = {
  $schema: {
    description: 'The schema of this file. Editors with the Connref extension need none.',
    type: 'string',
  },
  extends: described(
    'Other configurations that hold as well, as paths from the folder of this file. Later ones count before earlier ones, and this file before all.',
    { $ref: '#/definitions/texts' },
    ['../base.connref.json'],
  ),
  rules: described(
    'The severity of each rule: "error", "warning", "info", "hint" or "off". What is not named keeps its default.',
    { $ref: '#/definitions/rules' },
    [{ 'unused-connection-key': 'off', 'settings-unbound': 'error' }],
  ),
  overrides: described(
    'Other severities for some files. Of several that match a file, the last one counts.',
    {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['files', 'rules'],
        properties: {
          files: described('Patterns of the files, from the folder of this file on.', ref('patterns'), [
            'legacy/**',
            ['src/Old/**', 'src/Older/**'],
          ]),
          rules: described('The severities that hold there.', ref('rules')),
        },
      },
    },
    [[{ files: 'legacy/**', rules: { 'use-connection-references': 'info' } }]],
  ),
  environments: described(
    'The environments, and which deployment settings files are for each. Without this, names of folders and files tell.',
    {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'files'],
        properties: {
          name: described('The name that is shown.', { type: 'string', minLength: 1 }),
          files: described('Patterns of its settings files, from the folder of this file on.', ref('patterns')),
          strict: described(
            'Whether every reference must be bound when the file is used: then an empty value and a token that a pipeline fills in are errors.',
            { type: 'boolean', default: false },
          ),
          solutions: described(
            'Unique names of the solutions that the files are for. Without this, the folder tells.',
            ref('texts'),
          ),
        },
      },
    },
    [[{ name: 'prod', files: 'settings/prod.json', strict: true }]],
  ),
  exclude: described(
    'Patterns of files that are taken for not there, from the folder of this file on.',
    ref('patterns'),
    [['archive/**']],
  ),
  naming: described(
    "What display names of connection references look like, for the rule 'naming-convention'.",
    {
      type: 'object',
      additionalProperties: false,
      properties: {
        template: described(
          'Words in braces stand for anything but {connector}, which stands for the connector.',
          { type: 'string', minLength: 1 },
          ['{area} – {connector} – {type}'],
        ),
        pattern: described(
          'A regular expression that the whole display name must match.',
          { type: 'string', minLength: 1, format: 'regex' },
          ['^[A-Z]{2,4} – .+ – (Service|Person)$'],
        ),
      },
    },
    [{ template: '{area} – {connector} – {type}' }],
  ),
  connectors: described(
    'Which connectors may be used, by name with or without "shared_": what a data loss prevention policy says.',
    {
      type: 'object',
      additionalProperties: false,
      properties: {
        allow: described('The only connectors that may be used. Without it, all may.', ref('texts'), [
          ['shared_office365', 'shared_teams'],
        ]),
        block: described('Connectors that must not be used.', ref('texts'), [['shared_twitter']]),
        groups: described('Connectors that must not meet in one flow: those of one group and those of the other.', {
          type: 'object',
          additionalProperties: false,
          properties: {
            business: described('Connectors for business data.', ref('texts'), [['shared_commondataserviceforapps']]),
            nonBusiness: described('Connectors that must not see business data.', ref('texts'), [['shared_twitter']]),
          },
        }),
      },
    },
  ),
  suppressions: described(
    'Findings that nobody is to be told, each with a reason. An entry holds for what all of its settings match.',
    {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['rule'],
        properties: {
          rule: described('The rule that finds it.', {
            enum: rules.map(({ id }) => id),
            enumDescriptions: rules.map(({ docs }) => plain(docs.summary)),
          }),
          files: described(
            'Patterns of the files, from the folder of this file on. Without this, all files.',
            ref('patterns'),
          ),
          pointer: described(
            'The place in the file, as the light bulb writes it: a JSON pointer with names instead of numbers.',
            { type: 'string', minLength: 1 },
            ['/properties/connectionReferences/shared_office365'],
          ),
          name: described('A logical name or connection key that the place is about.', {
            type: 'string',
            minLength: 1,
          }),
          reason: described('Why this is as it should be, for those who read it later.', { type: 'string' }),
          expires: described(
            'The last day on which the suppression holds.',
            { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' },
            ['2027-01-31'],
          ),
        },
      },
      defaultSnippets: [
        {
          label: 'Suppress a rule in files',
          body: [{ rule: '$1', files: '$2', reason: '$3' }],
        },
      ],
    },
  ),
  baseline: described(
    "The path of a file with findings that are known and not to be told, as 'connref baseline' writes it.",
    { type: 'string', minLength: 1 },
    ['connref-baseline.json'],
  ),
};

function described(description: string, schema: object, examples?: readonly unknown[]): object {
  return { description, ...schema, ...(examples && { examples }) };
}

function ref(definition: string): object {
  return { $ref: `#/definitions/${definition}` };
}

/** Editors show descriptions as they are. */
function plain(markdown: string): string {
  return markdown.replaceAll('`', "'");
}

export function writeConfigurationSchema(file: string): void {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, renderConfigurationSchema());
}

if (require.main === module) writeConfigurationSchema(path.resolve('schemas/connref.schema.json'));
