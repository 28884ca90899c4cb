/** Words and layout of the card that a hover shows. */
import type { Location } from 'vscode-languageserver/node';
import type { Card, DirectCard, EnvironmentRow, ReferenceCard } from '../features/card';
import type { Connector } from '../model/connectors';
import { baseName, parentFolder } from '../model/names';
import type { FilePlace } from '../model/place';
import { count } from '../rules/words';
import type { Markup } from './markup';

/** @param locate finds what a link of the card opens. */
export function renderCard(card: Card, markup: Markup, locate: (at: FilePlace) => Location): string {
  const write = new CardWriter(markup, locate);
  return card.kind === 'reference' ? write.reference(card) : write.direct(card);
}

class CardWriter {
  readonly #markup: Markup;
  readonly #locate: (at: FilePlace) => Location;

  constructor(markup: Markup, locate: (at: FilePlace) => Location) {
    this.#markup = markup;
    this.#locate = locate;
  }

  reference(card: ReferenceCard): string {
    const { bold, code } = this.#markup;
    const title = `${bold(card.title ?? card.logicalName)} · connection reference`;
    const facts = [code(card.logicalName), this.#connector(card.connector), this.#origin(card)].filter(isSaid);
    const blocks = [
      `${title}${hardBreak}${facts.join(' · ')}`,
      this.#environments(card.environments),
      this.#uses(card),
    ];
    return blocks.filter(isSaid).join('\n\n');
  }

  direct({ key, connectionName, connector, steps, isPackaged }: DirectCard): string {
    const { bold, code } = this.#markup;
    const connection =
      connectionName === undefined
        ? 'Connection not named: an export leaves the name out'
        : `Connection ${code(connectionName)}`;
    const facts = [connection, this.#connector(connector)].filter(isSaid);
    return `${bold(key)} · uses a connection directly${hardBreak}${facts.join(' · ')}\n\nUsed by ${count(steps, 'step')}${isPackaged ? `\n\n${packageNote}` : ''}`;
  }

  #connector(connector: Connector | undefined): string | undefined {
    if (!connector) return undefined;
    const title = this.#markup.text(connector.title);
    return connector.tier ? `${title} (${connector.tier})` : title;
  }

  #origin({ declaredIn, givenBy }: ReferenceCard): string {
    const { link, text } = this.#markup;
    if (declaredIn.length > 0) {
      const solutions = declaredIn.map(({ solution, version, at }) =>
        link(version === undefined ? solution : `${solution} ${version}`, this.#locate(at)),
      );
      return solutions.join(', ');
    }
    return givenBy === undefined ? 'declared in no solution here' : `given by the base solution ${text(givenBy)}`;
  }

  #environments(rows: readonly EnvironmentRow[]): string | undefined {
    if (rows.length === 0) return undefined;
    const { table, text } = this.#markup;
    return table(
      ['Environment', 'Connection'],
      rows.map((row) => [text(row.environment), this.#connection(row)]),
    );
  }

  #connection({ state, connectionId = '', at }: EnvironmentRow): string {
    const { bold, code, link } = this.#markup;
    switch (state) {
      case 'bound':
        return code(connectionId);
      case 'token':
        return `filled in by the pipeline: ${code(connectionId)}`;
      case 'unbound':
        return `${bold('not bound')} (${link(shortName(at.file), this.#locate(at))})`;
      case 'missing':
        return `${bold('not listed')} in ${link(shortName(at.file), this.#locate(at))}`;
    }
  }

  #uses({ flows, steps, apps, agents, sameConnection }: ReferenceCard): string {
    const users = [
      flows > 0 ? `${count(flows, 'flow')} (${count(steps, 'step')})` : undefined,
      apps > 0 ? count(apps, 'app') : undefined,
      agents > 0 ? count(agents, 'agent') : undefined,
    ].filter(isSaid);
    const others = sameConnection.map(
      ({ environment, references }) =>
        `also bound to this connection in ${this.#markup.text(environment)}: ${count(references, 'other reference')}`,
    );
    return [users.length === 0 ? 'Used by nothing in this workspace' : `Used by ${inWords(users)}`, ...others].join(
      ' · ',
    );
  }
}

const packageNote =
  'A flow package can hold no connection reference: the connections are chosen when it is imported. Add the flow to a solution to use references.';

/** A line end that does not end the paragraph; two blanks mean nothing in plain text. */
const hardBreak = '  \n';

/** A settings file's name says little without its folder. */
function shortName(file: string): string {
  const folder = baseName(parentFolder(file));
  return folder === '' ? baseName(file) : `${folder}/${baseName(file)}`;
}

function inWords(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

function isSaid(part: string | undefined): part is string {
  return part !== undefined;
}
