import { runInNewContext } from 'node:vm';
import { printStatement } from '../../policy/printStatement';
import {
  everyPrincipal,
  everything,
  hostileKeys,
  hostileTexts,
  proposed,
} from '../proposedPolicy.cases';
import type { ProposedPolicy } from '../../policy/proposedPolicy';
import { printCdk } from './printCdk';

/** Runs the code with classes that keep their name and their arguments. */
function run(code: string, result = 'made'): unknown {
  const script = `
    const made = [];
    const recorder = name => function (...args) {
      Object.assign(this, { name, args });
      if (name === 'Policy') { made.push(args.slice(1)); }
    };
    const iam = new Proxy({}, { get: (_, name) =>
      name === 'Effect' ? { ALLOW: 'Allow', DENY: 'Deny' } : recorder(name) });
    const role = 'the role';
    ${code}
    JSON.stringify(${result});`;
  return JSON.parse(runInNewContext(script));
}

/** What the properties of its statements have to be. */
function statementsOf({ statements }: ProposedPolicy): unknown {
  return statements.map(statement => ({
    name: 'PolicyStatement',
    args: [
      {
        ...(statement.sid ? { sid: statement.sid } : {}),
        effect: statement.effect,
        [statement.actions.kind === 'only' ? 'actions' : 'notActions']:
          statement.actions.patterns,
        ...(statement.resources && {
          [statement.resources.kind === 'only' ? 'resources' : 'notResources']:
            statement.resources.patterns,
        }),
        ...(statement.conditions.length > 0 && {
          conditions: printStatement(statement).Condition,
        }),
      },
    ],
  }));
}

describe('printCdk', () => {
  it('prints a policy of the role', () => {
    expect(printCdk([everything])).toBe(`new iam.Policy(this, 'App', {
  policyName: 'app',
  roles: [role],
  statements: [
    new iam.PolicyStatement({
      sid: 'ReadAssets',
      effect: iam.Effect.ALLOW,
      actions: ['s3:GetObject'],
      resources: [
        'arn:aws:s3:::assets/\${aws:username}/*',
        'arn:aws:s3:::assets',
      ],
      conditions: {
        StringEquals: {
          'aws:ResourceAccount': '111122223333',
          'aws:PrincipalTag/team': ['\${aws:ResourceTag/team}', 'it\\'s'],
        },
        'ForAllValues:StringLikeIfExists': {
          'aws:TagKeys': 'app-*',
        },
      },
    }),
    new iam.PolicyStatement({
      effect: iam.Effect.DENY,
      notActions: ['iam:*', 's3:*'],
      notResources: ['*'],
    }),
  ],
});
`);
  });

  it('prints a trust policy with a principal of the class of its type', () => {
    const principal = (name: string, ...args: string[]) => ({ name, args });
    expect(run(printCdk([everyPrincipal]), 'trustPolicy')).toEqual({
      name: 'PolicyDocument',
      args: [
        {
          statements: [
            {
              name: 'PolicyStatement',
              args: [
                {
                  effect: 'Allow',
                  principals: [
                    principal('ServicePrincipal', 'ecs-tasks.amazonaws.com'),
                    principal('ArnPrincipal', '111122223333'),
                    principal(
                      'ArnPrincipal',
                      'arn:aws:iam::444455556666:role/deploy',
                    ),
                    principal(
                      'FederatedPrincipal',
                      'cognito-identity.amazonaws.com',
                    ),
                    principal('CanonicalUserPrincipal', '79a59df9'),
                  ],
                  actions: ['sts:AssumeRole'],
                },
              ],
            },
            {
              name: 'PolicyStatement',
              args: [
                {
                  effect: 'Deny',
                  principals: [principal('StarPrincipal')],
                  actions: ['sts:TagSession'],
                },
              ],
            },
            {
              name: 'PolicyStatement',
              args: [
                {
                  effect: 'Deny',
                  notPrincipals: [principal('ArnPrincipal', '111122223333')],
                  actions: ['sts:AssumeRole'],
                },
              ],
            },
          ],
        },
      ],
    });
  });

  it('prints texts that run to what they were', () => {
    const hostile = proposed(
      hostileTexts.map(text => ({
        Sid: text,
        Effect: 'Allow',
        Action: text,
        Resource: [text, 'x'],
        Condition: {
          StringEquals: Object.fromEntries(
            [...hostileKeys, '__proto__'].map(key => [key, text]),
          ),
        },
      })),
      "it's",
    );
    expect(run(printCdk([everything, hostile]))).toEqual([
      [
        'App',
        {
          policyName: 'app',
          roles: ['the role'],
          statements: statementsOf(everything),
        },
      ],
      [
        'ItS',
        {
          policyName: "it's",
          roles: ['the role'],
          statements: statementsOf(hostile),
        },
      ],
    ]);
  });
});
