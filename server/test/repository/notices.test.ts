import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { renderNotices } from '../../../scripts/notices';

describe('notices', () => {
  it('name what is in the bundles (refresh them by `npm run docs`)', async () => {
    assert.equal(fs.readFileSync('NOTICE.md', 'utf8'), await renderNotices());
  });
});
