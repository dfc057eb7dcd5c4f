import { oncePer } from '../../grants/oncePer';
import { known, type Known } from '../../known';
import type { Policy } from '../../policy/roleDocuments';
import type { Fault, PolicyDocument, Statement } from '../../policy/types';
import { defineRule } from '../defineRule';
import { ownSlots } from '../judgedSlots';
import { arnFault } from './arnFault';
import { keyTypeFault } from './keyTypeFault';

/** What does not fit the grammar of the policy language, or fits it and is no ARN or no comparison. The rest of the document is judged by the other rules. */
export const malformed = defineRule({
  id: 'iam.malformed',
  title: 'Policy document has an error',
  severity: 'low',
  about: 'role',
  slots: ownSlots,
  needs: [],
  // Each is judged alone: a boundary that was not read must not hide what is wrong with a policy.
  wants: ['policies', 'boundary', 'trust'],
  docs: {
    why: 'AWS refuses such a document, or reads it differently from what its author meant. What cannot be read cannot be judged either: permissions that stand in the faulty part are missing from this analysis.',
    fix: 'Correct the place that the message names. `aws accessanalyzer validate-policy` checks a document before it is saved.',
    leaveIt:
      'Only `Version` is old or missing, and the document uses no policy variables (`${...}`): it then means the same as with the new version.',
    links: [
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_version.html',
      'https://docs.aws.amazon.com/IAM/latest/UserGuide/access-analyzer-policy-validation.html',
    ],
  },
  messages: {
    document: (d: { policy: string; reason: string }) =>
      `Nothing of '${d.policy}' can be read: ${d.reason}.`,
    place: (d: { policy: string; place: string; reason: string }) =>
      `'${d.policy}', at ${d.place}: ${d.reason}.`,
  },
  *check({ policies, boundary, trust }) {
    for (const fact of documentsOf(policies, boundary, trust)) {
      if (!fact.known) {
        yield { undecided: fact };
      } else if (!fact.value.document.known) {
        yield { undecided: fact.value.document };
      } else {
        const { id, name } = fact.value;
        for (const { at, message } of faultsOf(fact.value.document.value)) {
          yield at === ''
            ? ({
                message: 'document',
                data: { policy: name, reason: message },
                at: `${id}#`,
              } as const)
            : ({
                message: 'place',
                data: { policy: name, place: at, reason: message },
                at: `${id}#${at}`,
              } as const);
        }
      }
    }
  },
});

// The parser notes what does not fit the grammar; what fits it can still be no ARN, or compare what cannot be compared.
const faultsOf = oncePer(
  ({ faults, statements }: PolicyDocument): readonly Fault[] => [
    ...faults,
    ...statements.flatMap(statement => [
      ...resourceFaults(statement),
      ...conditionFaults(statement),
    ]),
  ],
);

function resourceFaults({ resources, at }: Statement): Fault[] {
  const element = resources?.kind === 'all-but' ? 'NotResource' : 'Resource';
  return (resources?.patterns ?? []).flatMap(pattern => {
    const message = arnFault(pattern);
    return message === null ? [] : [{ at: `${at}/${element}`, message }];
  });
}

function conditionFaults({ conditions, at }: Statement): Fault[] {
  return conditions.flatMap(condition => {
    const message = keyTypeFault(condition);
    return message === null ? [] : [{ at: `${at}/Condition`, message }];
  });
}

function documentsOf(
  policies: Known<readonly Policy[]>,
  boundary: Known<Policy | null>,
  trust: Known<Policy>,
): Known<Policy>[] {
  return [
    ...(policies.known ? policies.value.map(known) : [policies]),
    ...(boundary.known ? [boundary.value ?? []].flat().map(known) : [boundary]),
    trust,
  ];
}
