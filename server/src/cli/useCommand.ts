import type { ChangeCommand } from './changeCommand';

export const useCommand: ChangeCommand = {
  name: 'use',
  usage: '<reference> --flow <file> [--step <name>]… [--key <key>] [--connector <name>] [--declare] [paths…]',
  summary:
    'Lets steps of a flow use another connection reference, and with --declare lets its solution declare one of another solution too.',
  words: [1, 1],
  options: {
    flow: { type: 'string' },
    step: { type: 'string', multiple: true },
    key: { type: 'string' },
    connector: { type: 'string' },
    declare: { type: 'boolean' },
  },
  request({ words: [reference = ''], snapshot, text, texts, has, file }) {
    const path = text('flow');
    const flow = path === undefined ? undefined : snapshot.flowAt(file(path));
    if (!flow) return path === undefined ? '--flow must name a flow.' : `'${path}' is no flow of these paths.`;
    const names = texts('step');
    const unknown = names.find((name) => !flow.facts.steps.some((step) => step.name === name));
    if (unknown !== undefined) return `The flow has no step '${unknown}' that uses a connection.`;
    const steps = flow.facts.steps.filter(({ name }) => names.includes(name)).map((step) => step.path);
    const key = text('key');
    const connector = text('connector');
    const choices = [names.length > 0, key !== undefined, connector !== undefined].filter(Boolean).length;
    if (choices !== 1) return 'Say which steps: by one of --step, --key and --connector.';
    return {
      kind: 'use',
      file: flow.file,
      reference,
      ...(names.length > 0 && { steps }),
      ...(key !== undefined && { key }),
      ...(connector !== undefined && { connector }),
      ...(has('declare') && { declares: true }),
    };
  },
};
