import type { Severity } from '../../analysis/finding';

/** Gives text a look where the output can show one. */
export type Paint = Readonly<{
  strong(text: string): string;
  faint(text: string): string;
  severity(severity: Severity, text: string): string;
}>;

/** Source of the codes: ECMA-48, "Select Graphic Rendition". */
const CODES: Readonly<Record<Severity, string>> = {
  critical: '1;31',
  high: '31',
  medium: '33',
  low: '36',
  info: '2',
};

/** @param colours - whether the output shows them */
export function paintWith(colours: boolean): Paint {
  const paint = (code: string, text: string) =>
    colours ? `\u001B[${code}m${text}\u001B[0m` : text;
  return {
    strong: text => paint('1', text),
    faint: text => paint('2', text),
    severity: (severity, text) => paint(CODES[severity], text),
  };
}
