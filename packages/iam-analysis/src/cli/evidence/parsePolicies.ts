import type { RolePolicy } from '../../ecs/role';
import { known } from '../../known';
import {
  isAbsent,
  isObject,
  items,
  object,
  optionalText,
  textOf,
  type Place,
} from '../input/place';
import { parseDocument } from './parseDocument';

/** Reads the policies of a role: `[{ name, arn?, document }]`. One without an ARN is an inline policy. */
export function parsePolicies(place: Place): readonly RolePolicy[] {
  return items(place, 'a list of { "name", "arn"?, "document" }').map(
    policy => {
      const at = object(policy, 'a policy { "name", "arn"?, "document" }');
      return policyOf(
        textOf(at('name'), 'the name of the policy'),
        optionalText(at('arn')),
        parseDocument(at('document')),
      );
    },
  );
}

/** Reads a boundary: `{ name?, arn?, document }`, or the document alone. */
export function parseBoundary(place: Place): RolePolicy | null {
  if (isAbsent(place)) {
    return null;
  }
  if (!isObject(place.value) || !Object.hasOwn(place.value, 'document')) {
    return policyOf('boundary', null, parseDocument(place));
  }
  const at = object(place);
  const arn = optionalText(at('arn'));
  const name = optionalText(at('name')) ?? nameIn(arn) ?? 'boundary';
  return policyOf(name, arn, parseDocument(at('document')));
}

function policyOf(
  name: string,
  arn: string | null,
  document: string,
): RolePolicy {
  return {
    kind: kindOf(arn),
    name,
    arn,
    versionId: null,
    document: known(document),
  };
}

// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html
function kindOf(arn: string | null): RolePolicy['kind'] {
  if (arn === null) {
    return 'inline';
  }
  return /^arn:[^:]+:iam::aws:/.test(arn) ? 'aws-managed' : 'customer-managed';
}

function nameIn(arn: string | null): string | undefined {
  return arn?.split('/').pop() || undefined;
}
