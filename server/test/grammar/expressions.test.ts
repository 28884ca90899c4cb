import { checkScopes, inDefinition, type Around } from './checkScopes';

const { raw } = String;

describe('the grammar of workflow expressions', () => {
  it('finds expressions that are a whole string', () =>
    checkScopes(raw`
"name": "@parameters('$connections')['shared_teams']['connectionId']", "next": true
#       ^ string.quoted.double.json
#       ^ punctuation.definition.string.begin.json
#        ^ punctuation.section.embedded.begin
#         ^^^^^^^^^^ support.function.reference
#                   ^ punctuation.section.arguments.begin
#                    ^^^^^^^^^^^^^^ string.quoted.single
#                                  ^ punctuation.section.arguments.end
#                                   ^ punctuation.section.brackets.begin
#                                    ^^^^^^^^^^^^^^ string.quoted.single
#                                                  ^ punctuation.section.brackets.end
#                                                                   ^ punctuation.definition.string.end.json
#                                                                   ^ !meta.workflow-expression
#                                                                      ^^^^^^ support.type.property-name.json
#                                                                              ^^^^ constant.language.json
`));

  it('finds functions, accesses, numbers and constants', () =>
    checkScopes(raw`
"a": "@equals(triggerBody()?['x'], 1)"
#     ^ punctuation.section.embedded.begin
#      ^^^^^^ support.function.workflow-expression
#             ^^^^^^^^^^^ support.function.reference
#                          ^ punctuation.accessor.optional
#                           ^ punctuation.section.brackets.begin
#                            ^^^ string.quoted.single
#                                ^ punctuation.separator.arguments
#                                  ^ constant.numeric
"b": "@if(TOLOWER(item().name), outputs('Get')[0]?.body.value, myOwn(-1.5e3, true, null))"
#     ^^^ meta.workflow-expression
#         ^^^^^^^ support.function.workflow-expression
#                       ^ punctuation.accessor
#                        ^^^^ variable.other.property
#                                              ^ constant.numeric
#                                                ^ punctuation.accessor.optional
#                                                 ^ punctuation.accessor.workflow-expression
#                                                  ^^^^ variable.other.property
#                                                       ^^^^^ variable.other.property
#                                                              ^^^^^ entity.name.function
#                                                                    ^^^^^^ constant.numeric
#                                                                            ^^^^ constant.language
#                                                                                  ^^^^ constant.language
"c": ["@true", "@null", "@42", "@-1.5", "@'text'"]
#      ^^^^^ meta.workflow-expression
#       ^^^^ constant.language
#               ^^^^ meta.workflow-expression
#                         ^^ constant.numeric
#                                ^^^^ constant.numeric
#                                         ^^^^^^ string.quoted.single
`));

  it('finds expressions within a text', () =>
    checkScopes(raw`
"a": "Hello @{triggerBody()?['name']}, it is @{utcNow('D')}!"
#     ^^^^^^ !meta.workflow-expression
#           ^^ punctuation.section.embedded.begin
#             ^^^^^^^^^^^ support.function.reference
#                           ^^^^^^^ meta.embedded.line
#                                   ^ punctuation.section.embedded.end
#                                    ^^^^^^^^ !meta.workflow-expression
#                                            ^^ punctuation.section.embedded.begin
#                                              ^^^^^^ support.function
#                                                         ^ punctuation.section.embedded.end
#                                                          ^ !meta.workflow-expression
#                                                           ^ punctuation.definition.string.end.json
"b": "@{variables('a')}@{variables('b')}"
#     ^^ punctuation.section.embedded.begin
#                     ^ punctuation.section.embedded.end
#                      ^^ punctuation.section.embedded.begin
#                                      ^ punctuation.section.embedded.end
`));

  it('is not led astray by braces and quotes in texts of expressions', () =>
    checkScopes(raw`
"a": "is @{json('{\"a\": {\"b\": \"}\"}}')['a']} and @{int('1')} more"
#        ^^ punctuation.section.embedded.begin
#               ^^^^^^^^^^^^^^^^^^^^^^^^^ string.quoted.single
#                 ^^ constant.character.escape
#                                              ^ punctuation.section.embedded.end
#                                                    ^^ punctuation.section.embedded.begin
#                                                      ^^^ support.function
#                                                                ^^^^ !meta.workflow-expression
"b": "@concat('@{no}', 'it''s', '', 'e@f.g', '''', 'h')"
#             ^^^^^^^ string.quoted.single
#             ^^^^^^^ !meta.template.expression
#                         ^^ constant.character.escape.workflow-expression
#                           ^ string.quoted.single
#                            ^ punctuation.definition.string.end.workflow-expression
#                             ^ punctuation.separator.arguments
#                               ^ punctuation.definition.string.begin.workflow-expression
#                                ^ punctuation.definition.string.end.workflow-expression
#                                 ^ punctuation.separator.arguments
#                                             ^^ constant.character.escape.workflow-expression
#                                                ^ punctuation.separator.arguments
#                                                  ^^^ string.quoted.single
#                                                     ^ punctuation.section.arguments.end
`));

  it('knows the escapes of JSON', () =>
    checkScopes(raw`
"a": "@concat(\u0027x\u0027, '\"', \u0027it\u0027\u0027s\u0027, '\\')", "b": 1
#             ^^^^^^ punctuation.definition.string.begin.workflow-expression
#                   ^ string.quoted.single
#                    ^^^^^^ punctuation.definition.string.end.workflow-expression
#                          ^ punctuation.separator.arguments
#                             ^^ constant.character.escape
#                                          ^^^^^^^^^^^^ constant.character.escape.workflow-expression
#                                                       ^^^^^^ punctuation.definition.string.end.workflow-expression
#                                                                ^^ constant.character.escape
#                                                                    ^ punctuation.definition.string.end.json
#                                                                       ^^^ support.type.property-name.json
"c": "@if (\r\n  equals(1, 1),\ttrue,\n2)"
#     ^ punctuation.section.embedded.begin
#      ^^ support.function
#          ^^^^ constant.character.escape
#                ^^^^^^ support.function
#                             ^^ constant.character.escape
#                               ^^^^ constant.language
#                                      ^ constant.numeric
"d": "say \"@concat('x')\" or \\@{utcNow()}"
#           ^^^^^^^^^^^ !meta.workflow-expression
#                             ^^ constant.character.escape.json
#                               ^^ punctuation.section.embedded.begin
`));

  it('leaves what is no expression as it is', () =>
    checkScopes(raw`
"a": ["someone@contoso.com", "@Mention somebody", "@odata.type", "@", "a @ b", "@types/node", "@1a", "@nullable"]
#     ^^^^^^^^^^^^^^^^^^^^^ !meta.workflow-expression
#                            ^^^^^^^^^^^^^^^^^^^ !meta.workflow-expression
#                                                 ^^^^^^^^^^^^^ !meta.workflow-expression
#                                                                ^^^ !meta.workflow-expression
#                                                                     ^^^^^^^ !meta.workflow-expression
#                                                                              ^^^^^^^^^^^^^ !meta.workflow-expression
#                                                                                             ^^^^^ !meta.workflow-expression
#                                                                                                    ^^^^^^^^^^ !meta.workflow-expression
"b": ["a @concat('b')", "parameters('x')"]
#     ^^^^^^^^^^^^^^^^ !meta.workflow-expression
#                       ^^^^^^^^^^^^^^^^^ !meta.workflow-expression
`));

  it('knows the escaped @', () =>
    checkScopes(raw`
"a": ["@@odata.id", "@@{utcNow()}", "see @@{utcNow()} and @{utcNow()}", "x@@y"]
#      ^^ constant.character.escape.workflow-expression
#        ^^^^^^^^ !meta.workflow-expression
#                    ^^ constant.character.escape.workflow-expression
#                      ^^^^^^^^^^ !meta.workflow-expression
#                                        ^^ constant.character.escape.workflow-expression
#                                          ^^^^^^^^^^^^^^^ !meta.workflow-expression
#                                                         ^^ punctuation.section.embedded.begin
#                                                                         ^^^^ !constant.character.escape
`));

  it('leaves names of properties as they are', () =>
    checkScopes(raw`
"@concat('a')": 1, "@{b()}": { "@@c": "@d()" }
#^^^^^^^^^^^^ support.type.property-name.json
#^^^^^^^^^^^^ !meta.workflow-expression
#                   ^^^^^^ !meta.workflow-expression
#                               ^^^ !constant.character.escape
#                                     ^^^^^^ string.quoted.double.json
#                                      ^^^^ meta.workflow-expression
`));

  it('ends with the string what has no end of its own', () =>
    checkScopes(raw`
"a": "@concat('b", "c": ["@{d('e", "@f(g()['h'", "i @{", "j @{k('l')['m'} n"], "o": "p"
#             ^^ string.quoted.single
#               ^ punctuation.definition.string.end.json
#                  ^^^ support.type.property-name.json
#                             ^^ string.quoted.single
#                               ^ punctuation.definition.string.end.json
#                                  ^ !meta.workflow-expression
#                                   ^ punctuation.section.embedded.begin
#                                             ^ punctuation.definition.string.end.json
#                                                   ^^ punctuation.section.embedded.begin
#                                                     ^ punctuation.definition.string.end.json
#                                                                       ^ punctuation.section.embedded.end
#                                                                         ^ !meta.workflow-expression
#                                                                              ^^^ support.type.property-name.json
#                                                                                   ^ punctuation.definition.string.begin.json
"q": "@r('s
"t": "u"
#     ^ !meta.workflow-expression
`));
});

describe('the definition of a flow', () => {
  const whole: Around = { before: '', behind: '' };

  it('is where expressions are, and nowhere else is', () =>
    checkScopes(
      raw`
{ "before": "@a()", "definition": { "metadata": { "x": "@b()" },
#            ^^^^ !meta.workflow-expression
#                                                       ^^^^ !meta.workflow-expression
  "$schema": "https://schema.management.azure.com/providers/Microsoft.Logic/schemas/2016-06-01/workflowdefinition.json#",
# ^^^^^^^^^ support.type.property-name.json
# ^^^^^^^^^ meta.flow-definition.json
#            ^^^^^^^^^ string.quoted.double.json
  "c": [ { "d": "@e()" } ] }, "behind": "@f()" }
#                ^^^^ meta.workflow-expression
#                          ^ punctuation.definition.dictionary.end.json
#                          ^ !meta.flow-definition
#                           ^ punctuation.separator.dictionary.pair.json
#                                        ^^^^ !meta.workflow-expression
`,
      whole,
    ));

  it('may stand on one line', () =>
    checkScopes(
      raw`
{"definition":{"$schema":"https://schema.management.azure.com/schemas/2016-06-01/workflowdefinition.json","a":"@b()"},"c":"@d()"}
#                                                                                                              ^ punctuation.section.embedded.begin
#                                                                                                                          ^^^^ !meta.workflow-expression
`,
      whole,
    ));

  it('is not in other JSON, which stays as it is', () =>
    checkScopes(
      raw`
{ "devDependencies": { "@types/node": "@b()" }, "scripts": { "undo": "git reset HEAD@{1}" } }
#                                      ^^^^ !meta.workflow-expression
#                                                                                   ^^^^ !meta.workflow-expression
`,
      whole,
    ));

  it('may hold comments', () =>
    checkScopes(
      raw`
"a": "@utcNow()", // "@b()"
#     ^ punctuation.section.embedded.begin
#      ^^^^^^ support.function
#               ^ punctuation.separator.dictionary.pair.json.comments
#                 ^^^^^^^^^ comment
"c": [1 /* "@d()" */, true], /* x */ "e": "f@g.h"
#    ^^^^^^^^^^^^^^^^^^^^^^ meta.structure.array.json.comments
#       ^^^^^^^^^^^^ comment
#                     ^^^^ constant.language.json.comments
#                            ^^^^^^^ comment
#                                    ^^^ support.type.property-name.json.comments
`,
      { ...inDefinition, comments: true },
    ));
});
