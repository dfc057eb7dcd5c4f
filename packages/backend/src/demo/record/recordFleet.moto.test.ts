import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readDemoCatalog } from '../demoCatalog';
import { fleet } from '../fleet';
import { recordingDirectory } from '../recordingDirectory';
import { recordFleet } from './recordFleet';
import { fileText } from './writeRecording';

describeWithMoto()('yarn demo:record', () => {
  it('gives, byte for byte, the recording in the repository', async () => {
    const files = await recordFleet({
      fleet,
      entities: await readDemoCatalog(),
      say: () => undefined,
    });
    const kept = (name: string) =>
      readFile(join(recordingDirectory(), name), 'utf8');
    expect(fileText(files.recorded)).toBe(await kept('recorded.json'));
    expect(fileText(files.authored)).toBe(await kept('authored.json'));
  }, 300_000);
});

/** Where `moto_server` is missing the suite is skipped and says so, except in CI, where it runs and fails. */
function describeWithMoto(): jest.Describe {
  const found = !spawnSync('moto_server', ['--help']).error;
  if (found || process.env.CI === 'true') {
    return describe;
  }
  process.stderr.write(
    "Skipped the recording of the demo fleet: moto_server is not on the PATH. To install it: pip install 'moto[server]==5.2.1'\n",
  );
  return describe.skip;
}
