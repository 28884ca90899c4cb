/**
 * JSON as VS Code's grammars describe it, as far as the injections can tell: the same scopes, the same nesting, and the
 * same names of what others may include. The tests in VS Code run over its own.
 */
import type { IRawGrammar } from 'vscode-textmate';

/** @param suffix `.comments` for JSON with comments. */
export function jsonGrammar(suffix: '' | '.comments'): IRawGrammar {
  const named = (name: string): string => `${name}.json${suffix}`;
  const include = (name: string): Pattern => ({ include: `#${name}` });
  const span = (name: string, begin: string, end: string, patterns: readonly Pattern[]): Pattern => ({
    name,
    begin,
    end,
    patterns,
  });
  const value = span(named('meta.structure.dictionary.value'), ':', '(,)|(?=\\})', [
    include('value'),
    { match: '[^\\s,]', name: named('invalid.illegal.expected-dictionary-separator') },
  ]);
  const captures = (kind: string): object => ({
    beginCaptures: { 0: { name: named(`punctuation.${kind}.begin`) } },
    endCaptures: { 0: { name: named(`punctuation.${kind}.end`) } },
  });
  const grammar = {
    scopeName: `source.json${suffix}`,
    patterns: [include('value')],
    repository: {
      value: { patterns: ['constant', 'number', 'string', 'array', 'object', 'comments'].map(include) },
      constant: { match: '\\b(?:true|false|null)\\b', name: named('constant.language') },
      number: { match: '-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?', name: named('constant.numeric') },
      array: {
        ...span(named('meta.structure.array'), '\\[', '\\]', [
          include('value'),
          { match: ',', name: named('punctuation.separator.array') },
        ]),
        ...captures('definition.array'),
      },
      object: {
        ...span(named('meta.structure.dictionary'), '\\{', '\\}', [
          include('objectkey'),
          include('comments'),
          {
            ...value,
            beginCaptures: { 0: { name: named('punctuation.separator.dictionary.key-value') } },
            endCaptures: { 1: { name: named('punctuation.separator.dictionary.pair') } },
          },
          { match: '[^\\s\\}]', name: named('invalid.illegal.expected-dictionary-separator') },
        ]),
        ...captures('definition.dictionary'),
      },
      string: {
        ...span(named('string.quoted.double'), '"', '"', [include('stringcontent')]),
        ...captures('definition.string'),
      },
      objectkey: {
        ...span(`${named('string')} ${named('support.type.property-name')}`, '"', '"', [include('stringcontent')]),
        ...captures('support.type.property-name'),
      },
      stringcontent: {
        patterns: [
          { match: '\\\\(?:["\\\\/bfnrt]|u[0-9a-fA-F]{4})', name: named('constant.character.escape') },
          { match: '\\\\.', name: named('invalid.illegal.unrecognized-string-escape') },
        ],
      },
      comments: {
        patterns: [
          { ...span(named('comment.block'), '/\\*', '\\*/', []) },
          { match: '//.*$', name: 'comment.line.double-slash.js' },
        ],
      },
    },
  };
  return grammar as unknown as IRawGrammar;
}

type Pattern = Readonly<Record<string, unknown>>;
