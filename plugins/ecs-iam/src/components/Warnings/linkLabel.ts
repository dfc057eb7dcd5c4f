/**
 * A short name for a link to documentation: its site, and the last part of its address in words.
 *
 * @param url - absolute address
 * @returns for example "docs.aws.amazon.com: task iam roles"; the text itself when it is no address
 */
export function linkLabel(url: string): string {
  if (!URL.canParse(url)) {
    return url;
  }
  const { hostname, pathname } = new URL(url);
  const page = pathname.split('/').filter(Boolean).pop();
  return page === undefined
    ? hostname
    : `${hostname}: ${page.replace(/\.\w+$/, '').replace(/[-_]+/g, ' ')}`;
}
