/** Words and layout of the card that a hover shows. */
import type { Location } from 'vscode-languageserver/node';
import type { AnyCard } from '../features/about';
import type { DirectCard, EnvironmentRow, ReferenceCard } from '../features/card';
import { useInWords } from '../features/useInWords';
import type { Connector } from '../model/connectors';
import type { FilePlace } from '../model/place';
import { count } from '../rules/words';
import { hardBreak, isSaid, shortName, type Markup } from './markup';
import { renderThing } from './thingMarkdown';

/** @param locate finds what a link of the card opens. */
export function renderCard(card: AnyCard, markup: Markup, locate: (at: FilePlace) => Location): string {
  const write = new CardWriter(markup, locate);
  switch (card.kind) {
    case 'reference':
      return write.reference(card);
    case 'direct':
      return write.direct(card);
    default:
      return renderThing(card, markup, locate);
  }
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
    const cells = rows.map((row) => [text(row.environment), this.#connection(row)]);
    // Several settings files of an environment often say the same.
    const unlike = new Map(cells.map((row) => [row.join('\n'), row]));
    return table(['Environment', 'Connection'], [...unlike.values()]);
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

  #uses(card: ReferenceCard): string {
    const others = card.sameConnection.map(
      ({ environment, references }) =>
        `also bound to this connection in ${this.#markup.text(environment)}: ${count(references, 'other reference')}`,
    );
    return [useInWords(card), ...others].join(' · ');
  }
}

const packageNote =
  'A flow package can hold no connection reference: the connections are chosen when it is imported. Add the flow to a solution to use references.';
