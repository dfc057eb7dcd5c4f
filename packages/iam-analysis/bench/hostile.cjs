// @ts-check
// Roles at the limits of AWS: ten managed policies of 6,144 characters.
// Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
const MANAGED = 6_144;
const ATTACHED = 10;

const NAMES = 'Get Put List Describe Create Delete Update'
  .split(' ')
  .flatMap(verb =>
    's3 ec2 iam sqs sns kms ecs ecr logs rds'
      .split(' ')
      .flatMap(service =>
        'a b c d e f g h'.split(' ').map(x => `${service}:${verb}${x}*`),
      ),
  );

/** Roles that somebody wrote to make the analysis slow. */
function hostileRoles() {
  return [
    role('stars between letters in actions', n =>
      allow([`s3:${'*a'.repeat(60)}${n}`], ['*']),
    ),
    role('one long action of stars', () =>
      allow([`*${'a*'.repeat(2_900)}:x`], ['*']),
    ),
    role('question marks', n =>
      allow([`ec2:${'?'.repeat(20 + (n % 60))}*`], ['*']),
    ),
    role('stars in every service', n =>
      allow([`*:*${String.fromCharCode(97 + (n % 26))}*e*`], ['*']),
    ),
    role('resources of stars', n =>
      allow(['s3:*'], [`arn:aws:s3:::${'*a*b'.repeat(25)}${n}`]),
    ),
    role('one long resource of stars', () =>
      allow(['*'], [`arn:aws:s3:::${'*a'.repeat(2_900)}`]),
    ),
    role('everything on many resources', n =>
      allow(['*'], [`arn:aws:s3:::bucket${n}/*`]),
    ),
    role('all but, many times', n => ({
      ...allow([], ['*']),
      Action: undefined,
      NotAction: [`s3:*${n}`],
    })),
    role('denies beside everything', n =>
      n === 0
        ? allow(['*'], ['*'])
        : {
            ...allow(['s3:*', 'ec2:*'], [`arn:aws:s3:::*${n}*`]),
            Effect: 'Deny',
          },
    ),
    role('conditions', n => ({
      ...allow(['iam:*', 'ec2:*'], ['*']),
      Condition: { StringLike: { [`aws:ResourceTag/${n}`]: [`*${n}*`] } },
    })),
    role('passing many roles', n =>
      allow(
        ['iam:PassRole', 'ecs:*', 'lambda:*', 'ec2:*'],
        [`arn:aws:iam::111122223333:role/*${n}`],
      ),
    ),
    role('single actions', n => allow(NAMES.slice(n * 40, n * 40 + 40), ['*'])),
  ];
}

/** As many statements as fit into each policy. */
function role(name, statementOf) {
  let number = 0;
  const documents = Array.from({ length: ATTACHED }, () => {
    const statements = [];
    for (;;) {
      const next = [...statements, statementOf(number)];
      const text = JSON.stringify({ Version: '2012-10-17', Statement: next });
      // White space does not count against the limit, and there is none.
      if (text.length > MANAGED && statements.length > 0) {
        break;
      }
      statements.push(statementOf(number));
      number++;
      if (text.length > MANAGED) {
        break;
      }
    }
    return JSON.stringify({ Version: '2012-10-17', Statement: statements });
  });
  return { name, documents };
}

function allow(Action, Resource) {
  return { Effect: 'Allow', Action, Resource };
}

module.exports = { hostileRoles };
