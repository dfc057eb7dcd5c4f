/**
 * A text as a quoted string of HCL. `${` and `%{` would start a template there.
 * Source: https://developer.hashicorp.com/terraform/language/expressions/strings
 */
export function hclString(text: string): string {
  const escaped = text
    .replace(/[\\"]/g, character => `\\${character}`)
    .replace(/[$%](?=\{)/g, character => character.repeat(2))
    .replace(/\n/g, '\\n')
    .replace(/\r/g, '\\r')
    .replace(/\t/g, '\\t')
    .replace(CONTROL, unicodeEscape);
  return `"${escaped}"`;
}

// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001F\u007F-\u009F\u2028\u2029\uFEFF]/g;

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/**
 * A text inside `aws_iam_policy_document`, where `&{` becomes the `${` of a policy variable.
 * Source: https://registry.terraform.io/providers/hashicorp/aws/latest/docs/data-sources/iam_policy_document, "Context-based policy variables"
 */
export function hclPolicyString(text: string): string {
  return hclString(text.replace(/\$\{/g, '&{'));
}

/** Whether `aws_iam_policy_document` would read a variable where the text has none: `&{` cannot be escaped in it. */
export function isMistakenForVariable(text: string): boolean {
  return text.includes('&{');
}
