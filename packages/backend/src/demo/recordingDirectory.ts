import { resolvePackagePath } from '@backstage/backend-plugin-api';

/** Where `yarn demo:record` writes, and the demo reads. */
export function recordingDirectory(): string {
  return resolvePackagePath('backend', 'src/demo/recording');
}
