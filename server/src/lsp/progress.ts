/** Tells the client when reading takes long enough to be noticed. */
import type { Session } from './session';

const noticedMilliseconds = 400;

export function registerProgress({ client, connection, indexing, log }: Session): void {
  if (!client.showsProgress) return;
  indexing.onStart((work) => {
    const timer = setTimeout(() => {
      show(work).catch((error: unknown) => log.crash('show progress', undefined, error));
    }, noticedMilliseconds);
    void work.then(() => clearTimeout(timer));
  });

  async function show(work: Promise<void>): Promise<void> {
    const progress = await connection.window.createWorkDoneProgress();
    progress.begin('Connref: reading solutions');
    await work;
    progress.done();
  }
}
