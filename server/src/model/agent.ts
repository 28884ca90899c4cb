/** Reads what agents are called: `bots/<schema name>/bot.xml` of a solution, or the settings of an agent's workspace. */
import type { AgentFacts } from './facts';
import { get, text } from './json';
import { attributeText, childText, readXml } from './xml';
import { readYaml } from './yaml';

/** `bots/<schema name>/bot.xml`. */
export function extractAgent(source: string): AgentFacts {
  const { root, problems } = readXml(source, 'bot');
  return agentFacts(attributeText(root, 'schemaname'), childText(root, 'name'), problems);
}

/** The same as YAML, and `settings.mcs.yml` of a workspace, which says the same in other words. */
export function extractYamlAgent(source: string): AgentFacts {
  const { value, problems } = readYaml(source);
  const agent = get(value, 'bot') ?? value;
  const first = (...names: readonly string[]): string | undefined =>
    names.map((name) => text(get(agent, name))).find((found) => found !== undefined);
  return agentFacts(first('@schemaname', 'schemaname', 'schemaName'), first('displayName', 'name'), problems);
}

function agentFacts(
  schemaName: string | undefined,
  displayName: string | undefined,
  problems: AgentFacts['problems'],
): AgentFacts {
  return {
    kind: 'agent',
    ...(schemaName !== undefined && { schemaName }),
    ...(displayName !== undefined && { displayName }),
    problems,
  };
}
