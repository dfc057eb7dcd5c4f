import { pathToFileURL } from 'node:url';

/**
 * @param file - as it was named on the command line; `-` for the standard input
 * @returns a URI, or a reference relative to the folder in which the command runs
 */
export function artifactUri(file: string): string {
  if (file === '-') {
    return 'stdin';
  }
  return /^([/\\]|[a-z]:)/i.test(file)
    ? pathToFileURL(file).href
    : encodeURI(file.replace(/\\/g, '/').replace(/^\.\//, ''));
}
