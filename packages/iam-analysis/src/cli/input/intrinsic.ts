/**
 * What CloudFormation, or another engine of templates, fills in later: an object such as `{ "Ref": "Key" }`, or a text
 * with `{{...}}`. It becomes text with `${...}` in it, which is how most of them write a variable.
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 *
 * @param value - at any place of a template
 * @returns any other value as it is; `undefined` for `AWS::NoValue`, which takes the property away
 */
export function withoutIntrinsic(value: unknown): unknown {
  if (typeof value === 'string') {
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html
    return value.replace(/\{\{([^{}]*)\}\}/g, (_, name) => variable(name));
  }
  const call = callIn(value);
  return call === null ? value : textOf(call, DEEPEST);
}

/** @returns whether a text, or a part of it, is still to be filled in */
export function isUnresolved(text: string): boolean {
  return text.includes('${');
}

type Call = Readonly<{ name: string; argument: unknown }>;

// Nobody writes functions this deep into each other.
const DEEPEST = 20;

function callIn(value: unknown): Call | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return null;
  }
  const [entry, ...others] = Object.entries(value);
  const isCall =
    entry !== undefined && others.length === 0 && /^(Ref$|Fn::)/.test(entry[0]);
  return isCall ? { name: entry[0], argument: entry[1] } : null;
}

function textOf({ name, argument }: Call, depth: number): string | undefined {
  const [first, second] = Array.isArray(argument) ? argument : [];
  switch (name) {
    case 'Ref':
      return argument === 'AWS::NoValue' ? undefined : variable(argument);
    case 'Fn::GetAtt':
      return variable(
        typeof first === 'string' ? `${first}.${second}` : argument,
      );
    case 'Fn::Sub':
      return [argument, first].find(isText) ?? variable(name);
    case 'Fn::Join':
      return isText(first) && Array.isArray(second) && depth > 0
        ? second.map(part => partText(part, depth - 1)).join(first)
        : variable(name);
    default:
      return variable(name);
  }
}

function partText(part: unknown, depth: number): string {
  const call = callIn(part);
  if (call !== null) {
    return textOf(call, depth) ?? '';
  }
  return isText(part) ? part : variable('Fn::Join');
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function variable(name: unknown): string {
  return `\${${isText(name) ? name.trim() : 'value'}}`;
}
