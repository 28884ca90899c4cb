/** Tells the client how far reading the folders has come, and the log how long it took. */
import { setTimeout as delay } from 'node:timers/promises';
import { indexingMethod, type IndexingParams } from './protocol';
import type { Session } from './session';

/** Reading that takes no longer than that is not noticed. */
const noticedMilliseconds = 400;
/** Often enough for a number that runs. */
const toldMilliseconds = 100;

export function registerProgress(session: Session): void {
  const { client, indexing, workspace, mirror, timings, log } = session;
  indexing.onStart((work) => {
    const start = performance.now();
    const before = workspace.work.filesRead;
    const fetchedBefore = mirror.filesFetched;
    // Files that have to be fetched are read when all are there.
    const filesRead = (): number => Math.max(workspace.work.filesRead - before, mirror.filesFetched - fetchedBefore);
    void work.then(() => {
      timings.wasRead(workspace.folders.length, { files: filesRead(), milliseconds: performance.now() - start });
    });
    const show = session.showsIndexing ? tellOwn : client.showsProgress ? tellStandard : undefined;
    show?.(session, work, filesRead).catch((error: unknown) => log.crash('show progress', undefined, error));
  });
}

type Show = (session: Session, work: Promise<void>, filesRead: () => number) => Promise<void>;

/** For a client that has a place of its own for it. */
const tellOwn: Show = async ({ connection }, work, filesRead) => {
  const tell = (isIndexing: boolean): Promise<void> =>
    connection.sendNotification(indexingMethod, { isIndexing, filesRead: filesRead() } satisfies IndexingParams);
  while (!(await isDoneWithin(work, toldMilliseconds))) await tell(true);
  await tell(false);
};

const tellStandard: Show = async ({ connection, l10n }, work) => {
  if (await isDoneWithin(work, noticedMilliseconds)) return;
  const progress = await connection.window.createWorkDoneProgress();
  progress.begin(l10n.t('Connref: reading solutions'));
  await work;
  progress.done();
};

function isDoneWithin(work: Promise<void>, milliseconds: number): Promise<boolean> {
  return Promise.race([work.then(() => true), delay(milliseconds, false)]);
}
