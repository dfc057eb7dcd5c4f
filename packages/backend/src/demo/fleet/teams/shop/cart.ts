import { joinParts } from '../../build/fleetPart';
import { ecrImage, parameterArn, tableArn } from '../../build/names';
import { hostsOf } from '../../build/placements';
import { allow, trustTasks } from '../../build/policies';
import { own } from '../../build/roleChoice';
import { service } from '../../build/service';
import { taskDefinition } from '../../build/taskDefinition';
import { prodEu } from '../../sites';
import { role, roleArn } from '../../build/role';

/** Runs a revision behind the latest, which names a role of its own. Of a parameter that was added, the role was not told. */
export function cart() {
  const taxRates = 'shop/cart/tax-rates';
  const input = {
    name: 'cart',
    team: 'shop',
    on: hostsOf('prod-eu-hosts'),
    revision: 17,
    parameters: { CURRENCIES: 'shop/cart/currencies' },
    references: { TAX_RATES: parameterArn(prodEu, taxRates) },
    task: own(
      allow(
        ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:DeleteItem'],
        tableArn(prodEu, 'carts'),
      ),
    ),
  } as const;
  const next = role(prodEu.account, 'cart-task-2026', {
    trust: trustTasks(prodEu.account),
    tags: { team: 'shop' },
    createdDaysAgo: 2,
    lastUsed: null,
  });
  return joinParts(
    {
      roles: [next],
      secrets: [
        {
          account: prodEu.account,
          region: prodEu.region,
          kind: 'parameter',
          name: taxRates,
          key: null,
        },
      ],
    },
    service(prodEu, {
      ...input,
      otherRevisions: [
        {
          ...taskDefinition(prodEu, input, {
            execution: roleArn({
              account: prodEu.account,
              path: '/',
              name: 'cart-execution',
            }),
            task: roleArn(next),
            image: ecrImage(prodEu, 'shop/cart'),
          }),
          revision: 18,
        },
      ],
    }),
  );
}
