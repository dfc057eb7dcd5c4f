import { printCdk } from '../../../advice/print/printCdk';
import { printCloudFormation } from '../../../advice/print/printCloudFormation';
import { printTerraform } from '../../../advice/print/printTerraform';
import type { CaseAdvice } from '../../judge/CaseAdvice';

export const codeFormats = ['terraform', 'cloudformation', 'cdk'] as const;

/** The proposed policies as code, with nothing else; `''` when there are none. */
export function adviceCode(
  { given, advice }: CaseAdvice,
  format: (typeof codeFormats)[number],
): string {
  const write = advice.known ? advice.value.proposal.write : [];
  switch (format) {
    case 'terraform':
      return printTerraform(write, given.role.name);
    case 'cloudformation':
      return printCloudFormation(write, given.role.name);
    case 'cdk':
      return printCdk(write);
    default:
      return format satisfies never;
  }
}
