import {
  everyPrincipal,
  everything,
  hostileTexts,
  proposed,
} from '../proposedPolicy.cases';
import { hclPolicyString, hclString } from './hclString';
import { printTerraform } from './printTerraform';

describe('hclString', () => {
  it.each([
    ['plain', '"plain"'],
    ['${aws:username}', '"$${aws:username}"'],
    ['%{if}', '"%%{if}"'],
    ['$5 and 100%', '"$5 and 100%"'],
    ['say "\\n"', '"say \\"\\\\n\\""'],
    ['a\nb\r\tc', '"a\\nb\\r\\tc"'],
    ['\u0000\u2028é💥', '"\\u0000\\u2028é💥"'],
  ])('quotes %j', (text, expected) => {
    expect(hclString(text)).toBe(expected);
  });
});

describe('hclPolicyString', () => {
  it.each([
    ['arn:aws:s3:::${aws:username}/*', '"arn:aws:s3:::&{aws:username}/*"'],
    ['${$}{x}', '"&{$}{x}"'],
    ['$${x}', '"$&{x}"'],
    ['%{x}', '"%%{x}"'],
  ])(
    'writes the variables of %j as the data source wants them',
    (text, expected) => {
      expect(hclPolicyString(text)).toBe(expected);
    },
  );
});

describe('printTerraform', () => {
  it('prints the document as a data source, and the policy of the role', () => {
    expect(printTerraform([everything], 'checkout-task'))
      .toBe(`data "aws_iam_policy_document" "app" {
  statement {
    sid    = "ReadAssets"
    effect = "Allow"

    actions = [
      "s3:GetObject",
    ]

    resources = [
      "arn:aws:s3:::assets/&{aws:username}/*",
      "arn:aws:s3:::assets",
    ]

    condition {
      test     = "StringEquals"
      variable = "aws:ResourceAccount"
      values   = ["111122223333"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:PrincipalTag/team"
      values   = ["&{aws:ResourceTag/team}", "it's"]
    }

    condition {
      test     = "ForAllValues:StringLikeIfExists"
      variable = "aws:TagKeys"
      values   = ["app-*"]
    }
  }

  statement {
    effect = "Deny"

    not_actions = [
      "iam:*",
      "s3:*",
    ]

    not_resources = [
      "*",
    ]
  }
}

resource "aws_iam_role_policy" "app" {
  name   = "app"
  role   = "checkout-task"
  policy = data.aws_iam_policy_document.app.json
}
`);
  });

  it('prints a trust policy for the role that is there', () => {
    expect(printTerraform([everyPrincipal], 'checkout-task'))
      .toBe(`data "aws_iam_policy_document" "trust" {
  statement {
    effect = "Allow"

    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }

    principals {
      type        = "AWS"
      identifiers = ["111122223333", "arn:aws:iam::444455556666:role/deploy"]
    }

    principals {
      type        = "Federated"
      identifiers = ["cognito-identity.amazonaws.com"]
    }

    principals {
      type        = "CanonicalUser"
      identifiers = ["79a59df9"]
    }

    actions = [
      "sts:AssumeRole",
    ]
  }

  statement {
    effect = "Deny"

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    actions = [
      "sts:TagSession",
    ]
  }

  statement {
    effect = "Deny"

    not_principals {
      type        = "AWS"
      identifiers = ["111122223333"]
    }

    actions = [
      "sts:AssumeRole",
    ]
  }
}

# In the resource "aws_iam_role" of "checkout-task":
# assume_role_policy = data.aws_iam_policy_document.trust.json
`);
  });

  it('prints as JSON what the data source would take for a variable', () => {
    const policy = proposed([
      {
        Effect: 'Allow',
        Action: 's3:GetObject',
        Resource: 'arn:aws:s3:::&{a}/${aws:username}/%{"b\\',
      },
    ]);
    expect(printTerraform([policy], 'checkout-task'))
      .toBe(`resource "aws_iam_role_policy" "app" {
  name   = "app"
  role   = "checkout-task"
  policy = <<-JSON
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Action": "s3:GetObject",
          "Resource": "arn:aws:s3:::&{a}/$\${aws:username}/%%{\\"b\\\\"
        }
      ]
    }
  JSON
}
`);
  });

  it('gives no two blocks the same label', () => {
    const statement = { Effect: 'Allow', Action: 's3:*', Resource: '*' };
    const text = printTerraform(
      ['app-1', 'app_1', '7'].map(name => proposed([statement], name)),
      'checkout-task',
    );
    expect(text.match(/^data .*$/gm)).toEqual([
      'data "aws_iam_policy_document" "app_1" {',
      'data "aws_iam_policy_document" "app_12" {',
      'data "aws_iam_policy_document" "policy_7" {',
    ]);
  });

  it.each(hostileTexts)('lets no text start a template: %j', text => {
    const policy = proposed([
      { Sid: text, Effect: 'Allow', Action: text, Resource: text },
    ]);
    const printed = printTerraform([policy], text).replace(/\$\$\{|%%\{/g, '');
    expect(printed).not.toMatch(/[$%]\{/);
  });
});
