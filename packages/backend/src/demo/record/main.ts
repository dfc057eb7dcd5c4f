import { readDemoCatalog } from '../demoCatalog';
import { fleet } from '../fleet';
import { recordingDirectory } from '../recordingDirectory';
import { recordFleet } from './recordFleet';
import { writeRecording } from './writeRecording';

async function main(): Promise<void> {
  const files = await recordFleet({
    fleet,
    entities: await readDemoCatalog(),
    say: message => console.log(message),
  });
  await writeRecording(recordingDirectory(), files);
  console.log(
    `Recorded ${files.recorded.responses.length} answers, and authored ${files.authored.responses.length}`,
  );
}

main().then(
  () => process.exit(0),
  error => {
    console.error(error);
    process.exit(1);
  },
);
