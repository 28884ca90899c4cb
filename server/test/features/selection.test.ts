/** What a growing selection takes in, step by step. */
import assert from 'node:assert/strict';
import { selectionSpansAt } from '../../src/features/selection';
import { ask } from './navigation';

/** The texts of all steps, each around the one before, as far as they stand on one line and say something new. */
function steps(source: string): string[] {
  const { workspace, file, offset } = ask(source);
  const text = workspace.texts.text(file) ?? '';
  const spans = selectionSpansAt(workspace.snapshot, workspace.documents, file, offset);
  spans.forEach((span, i) => {
    const inner = spans[i - 1] ?? { start: offset, end: offset };
    assert.ok(span.start <= inner.start && inner.end <= span.end, 'each step is around the one before');
    assert.ok(span.start < inner.start || inner.end < span.end, 'each step takes in more');
  });
  return spans.map(({ start, end }) => text.slice(start, end));
}

/** Of an action's input, up to the property. */
function stepsIn(input: string): string[] {
  const all = steps(`//- /src/Workflows/A.json
{ "properties": { "connectionReferences": {}, "definition": { "actions": { "Do": { "type": "Compose", "inputs": "${input}" } } } }, "schemaVersion": "1.0.0.0" }`);
  return all.slice(0, all.findIndex((step) => step.startsWith('"inputs"')) + 1);
}

describe('a growing selection', () => {
  it('goes from an argument to its call, the expression, the string and the property', () => {
    assert.deepEqual(stepsIn(String.raw`Dear @{outputs('x')?['bo$0dy/value']}, hello`), [
      'body/value',
      "'body/value'",
      "outputs('x')?['body/value']",
      "@{outputs('x')?['body/value']}",
      "Dear @{outputs('x')?['body/value']}, hello",
      `"Dear @{outputs('x')?['body/value']}, hello"`,
      `"inputs": "Dear @{outputs('x')?['body/value']}, hello"`,
    ]);
  });

  it('goes up through calls within calls', () => {
    assert.deepEqual(stepsIn("@if(equals(length(body('$0Get')), 0), 'none', concat('a', 'b'))").slice(0, 6), [
      'Get',
      "'Get'",
      "body('Get')",
      "length(body('Get'))",
      "equals(length(body('Get')), 0)",
      "if(equals(length(body('Get')), 0), 'none', concat('a', 'b'))",
    ]);
  });

  it('takes access after access, from the left', () => {
    assert.deepEqual(stepsIn("@item$0()?.value[0]['n']").slice(0, 5), [
      'item',
      'item()',
      'item()?.value',
      'item()?.value[0]',
      "item()?.value[0]['n']",
    ]);
  });

  it('knows the quotes of PowerShell and doubled ones', () => {
    assert.deepEqual(stepsIn(String.raw`@concat(\u0027it\u0027\u0027s $0me\u0027, \"x\")`).slice(0, 3), [
      String.raw`it\u0027\u0027s me`,
      String.raw`\u0027it\u0027\u0027s me\u0027`,
      String.raw`concat(\u0027it\u0027\u0027s me\u0027, \"x\")`,
    ]);
  });

  it('takes the template that it stands in, and no brace within quotes for its end', () => {
    assert.deepEqual(stepsIn("@{a()} and @{concat('}', $0b())}").slice(0, 5), [
      'b',
      'b()',
      "concat('}', b())",
      "@{concat('}', b())}",
      "@{a()} and @{concat('}', b())}",
    ]);
  });

  for (const plain of ['@@escaped$0(x)', 'a @@{not$0(x)} b', 'no @expre$0ssion', '$0']) {
    it(`finds no expression in "${plain}"`, () => {
      const text = plain.replace('$0', '');
      const expected = [...(text === '' ? [] : [text]), `"${text}"`, `"inputs": "${text}"`];
      assert.deepEqual(stepsIn(plain), expected);
    });
  }

  it('reads what is broken as far as it goes', () => {
    for (const broken of ["@{concat('a$0", '@f(((($0', '@)]}$0', "@x('$0)", '@{}$0', '@$0']) stepsIn(broken);
    stepsIn(`@${'('.repeat(5000)}$0`);
    stepsIn(`@${'f('.repeat(5000)}$0`);
  });

  it('grows in the names of JSON', () => {
    const all = steps(`//- /src/Workflows/A.json
{ "properties": { "connectionReferences": {}, "defi$0nition": { "actions": {} } }, "schemaVersion": "1.0.0.0" }`);
    assert.deepEqual(all.slice(0, 4), [
      'definition',
      '"definition"',
      '"definition": { "actions": {} }',
      '{ "connectionReferences": {}, "definition": { "actions": {} } }',
    ]);
  });

  it('grows in the attributes and texts of XML', () => {
    const xml =
      '<ImportExportXml><connectionreferences><connectionreference connectionreferencelogicalname="hr_$0t"><connectorid> /x </connectorid></connectionreference></connectionreferences></ImportExportXml>';
    assert.deepEqual(steps(`//- /src/Other/Customizations.xml\n${xml}`).slice(0, 4), [
      'hr_t',
      'connectionreferencelogicalname="hr_t"',
      '<connectionreference connectionreferencelogicalname="hr_t">',
      '<connectionreference connectionreferencelogicalname="hr_t"><connectorid> /x </connectorid></connectionreference>',
    ]);
    const text = xml.replace('$0', '').replace('/x', '/$0x');
    assert.deepEqual(steps(`//- /src/Other/Customizations.xml\n${text}`).slice(0, 5), [
      '/x',
      ' /x ',
      '<connectorid> /x </connectorid>',
      '<connectionreference connectionreferencelogicalname="hr_t"><connectorid> /x </connectorid></connectionreference>',
      '<connectionreferences><connectionreference connectionreferencelogicalname="hr_t"><connectorid> /x </connectorid></connectionreference></connectionreferences>',
    ]);
  });

  it('has nothing to say of files that are not known', () => {
    assert.deepEqual(steps('//- /package.json\n{ "a": "@{$0b()}" }'), []);
  });
});
