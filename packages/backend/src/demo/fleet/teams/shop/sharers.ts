import { joinParts } from '../../build/fleetPart';
import { parameterArn, secretArn } from '../../build/names';
import { fargate } from '../../build/placements';
import { allow } from '../../build/policies';
import { besides, named } from '../../build/roleChoice';
import { service } from '../../build/service';
import type { ServiceInput } from '../../build/service';
import { prodEuFargate } from '../../sites';
import { shared, sharedExecutionRoleArn } from '../../sharedRoles';

function sharer(name: string, special: Partial<ServiceInput> = {}) {
  return service(prodEuFargate, {
    name,
    team: 'shop',
    on: fargate(),
    task: named(shared.shopShared),
    ...special,
  });
}

const sharedExecution = {
  execution: named(sharedExecutionRoleArn(prodEuFargate.account)),
};

const partnerSecret = 'aws/reference/secretsmanager/shop/gift-cards/partner';

/** Five services run with one role: what one may, all may. */
export const sharers = joinParts(
  sharer('promotions'),
  // A parameter by its name alone, and a secret by way of a parameter.
  sharer('gift-cards', {
    references: {
      CODE_ALPHABET: '/shop/gift-cards/alphabet',
      PARTNER_API_KEY: `/${partnerSecret}`,
    },
    execution: besides(
      allow('ssm:GetParameters', [
        parameterArn(prodEuFargate, 'shop/gift-cards/alphabet'),
        parameterArn(prodEuFargate, partnerSecret),
      ]),
      allow(
        'secretsmanager:GetSecretValue',
        secretArn(prodEuFargate, 'shop/gift-cards/partner', '??????'),
      ),
    ),
  }),
  sharer('wishlist', sharedExecution),
  sharer('reviews', sharedExecution),
  // As a Terraform module wrote it by default, before its version 6.
  sharer('recommendations', {
    secrets: { MODEL_API_KEY: 'shop/recommendations/model' },
    execution: besides(
      allow('ssm:GetParameters', 'arn:aws:ssm:*:*:parameter/*'),
      allow(
        'secretsmanager:GetSecretValue',
        'arn:aws:secretsmanager:*:*:secret:*',
      ),
    ),
  }),
  {
    secrets: [
      { kind: 'parameter', name: 'shop/gift-cards/alphabet' } as const,
      { kind: 'secret', name: 'shop/gift-cards/partner' } as const,
    ].map(each => ({
      ...each,
      account: prodEuFargate.account,
      region: prodEuFargate.region,
      key: null,
    })),
  },
);
