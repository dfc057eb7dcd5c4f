import { z } from 'zod';

/**
 * An AWS account id in the configuration: text of 12 digits. A number is refused, because YAML drops its leading zeros.
 * Source: https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html
 */
export const accountIdSchema = z.unknown().transform((value, context) => {
  if (typeof value === 'string' && /^\d{12}$/.test(value)) {
    return value;
  }
  context.addIssue({ code: 'custom', message: whatIsWrong(value) });
  return z.NEVER;
});

function whatIsWrong(value: unknown): string {
  if (value === undefined || value === null) {
    return "is missing; write an AWS account id in quotes, such as '111122223333'";
  }
  if (typeof value === 'number') {
    const digits = String(value);
    return digits.length <= 12 && /^\d+$/.test(digits)
      ? `is the number ${digits}, but an account id is text; write it in quotes: '${digits.padStart(
          12,
          '0',
        )}'`
      : `is the number ${digits}, but an account id is text of 12 digits, in quotes`;
  }
  if (typeof value === 'string') {
    return `'${value}' is no AWS account id: that has exactly 12 digits, such as '111122223333' (leading zeros included)`;
  }
  return "is no AWS account id: write 12 digits in quotes, such as '111122223333'";
}
