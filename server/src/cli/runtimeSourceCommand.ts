import type { ChangeCommand } from './changeCommand';

export const runtimeSourceCommand: ChangeCommand = {
  name: 'runtime-source',
  usage: '<embedded|invoker> --flow <file> --key <key> [paths…]',
  summary: "Lets a key use the flow's own connection (embedded) or that of whoever calls the flow (invoker).",
  words: [1, 1],
  options: { flow: { type: 'string' }, key: { type: 'string' } },
  request({ words: [source], snapshot, text, file }) {
    if (source !== 'embedded' && source !== 'invoker') return `'${source ?? ''}' must be embedded or invoker.`;
    const path = text('flow');
    const key = text('key');
    if (path === undefined || key === undefined) return '--flow and --key must say which key of which flow.';
    const flow = snapshot.flowAt(file(path));
    return flow ? { kind: 'runtime-source', file: flow.file, key, source } : `'${path}' is no flow of these paths.`;
  },
};
