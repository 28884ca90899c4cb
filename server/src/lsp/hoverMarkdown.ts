/** Words and layout of the card that a hover shows. */
import type { Location } from 'vscode-languageserver/node';
import type { L10n } from '../base/l10n';
import type { AnyCard } from '../features/about';
import type { DirectCard, EnvironmentRow, ReferenceCard } from '../features/card';
import { counted } from '../features/counted';
import { nameFiles } from '../features/fileNames';
import { useInWords } from '../features/useInWords';
import type { Connector } from '../model/connectors';
import type { FilePlace } from '../model/place';
import { hardBreak, isSaid, type Markup } from './markup';
import { renderThing } from './thingMarkdown';

/** @param locate finds what a link of the card opens. */
export function renderCard(card: AnyCard, markup: Markup, l10n: L10n, locate: (at: FilePlace) => Location): string {
  const write = new CardWriter(markup, l10n, locate);
  switch (card.kind) {
    case 'reference':
      return write.reference(card);
    case 'direct':
      return write.direct(card);
    default:
      return renderThing(card, markup, l10n, locate);
  }
}

class CardWriter {
  readonly #markup: Markup;
  readonly #l10n: L10n;
  readonly #locate: (at: FilePlace) => Location;

  constructor(markup: Markup, l10n: L10n, locate: (at: FilePlace) => Location) {
    this.#markup = markup;
    this.#l10n = l10n;
    this.#locate = locate;
  }

  reference(card: ReferenceCard): string {
    const { bold, code } = this.#markup;
    const title = `${bold(card.title ?? card.logicalName)} · ${this.#l10n.t('connection reference')}`;
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
    const l10n = this.#l10n;
    const connection =
      connectionName === undefined
        ? l10n.t('Connection not named: an export leaves the name out')
        : l10n.t('Connection {0}', code(connectionName));
    const facts = [connection, this.#connector(connector)].filter(isSaid);
    const blocks = [
      `${bold(key)} · ${l10n.t('uses a connection directly')}${hardBreak}${facts.join(' · ')}`,
      l10n.t('Used by {0}', counted(l10n, steps, 'step')),
      isPackaged ? packageNote(l10n) : undefined,
    ];
    return blocks.filter(isSaid).join('\n\n');
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
    return givenBy === undefined
      ? this.#l10n.t('declared in no solution here')
      : this.#l10n.t('given by the base solution {0}', text(givenBy));
  }

  #environments(rows: readonly EnvironmentRow[]): string | undefined {
    if (rows.length === 0) return undefined;
    const { table, text } = this.#markup;
    const nameOf = nameFiles(rows.map(({ at }) => at.file));
    const cells = rows.map((row) => [text(row.environment), this.#connection(row, nameOf(row.at.file))]);
    // Several settings files of an environment often say the same.
    const unlike = new Map(cells.map((row) => [row.join('\n'), row]));
    return table([this.#l10n.t('Environment'), this.#l10n.t('Connection')], [...unlike.values()]);
  }

  #connection({ state, connectionId = '', at }: EnvironmentRow, file: string): string {
    const { bold, code, link } = this.#markup;
    const l10n = this.#l10n;
    switch (state) {
      case 'bound':
        return code(connectionId);
      case 'token':
        return l10n.t('filled in by the pipeline: {0}', code(connectionId));
      case 'unbound':
        return `${bold(l10n.t('not bound'))} (${link(file, this.#locate(at))})`;
      case 'missing':
        return l10n.t('{0} in {1}', bold(l10n.t('not listed')), link(file, this.#locate(at)));
    }
  }

  #uses(card: ReferenceCard): string {
    const l10n = this.#l10n;
    const others = card.sameConnection.map(({ environment, references }) =>
      l10n.t(
        'also bound to this connection in {0}: {1}',
        this.#markup.text(environment),
        counted(l10n, references, 'otherReference'),
      ),
    );
    return [useInWords(l10n, card), ...others].join(' · ');
  }
}

function packageNote(l10n: L10n): string {
  return l10n.t(
    'A flow package can hold no connection reference: the connections are chosen when it is imported. Add the flow to a solution to use references.',
  );
}
