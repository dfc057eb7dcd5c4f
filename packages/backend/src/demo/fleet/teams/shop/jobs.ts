import { joinParts } from '../../build/fleetPart';
import { objectArn, tableArn } from '../../build/names';
import { ec2, fargate } from '../../build/placements';
import { allow } from '../../build/policies';
import { own } from '../../build/roleChoice';
import { taskFamily } from '../../build/taskFamily';
import { prodEu, prodEuFargate } from '../../sites';

/** A schedule starts the one, somebody the other by hand. */
export const jobs = joinParts(
  taskFamily(prodEuFargate, {
    name: 'catalog-export',
    team: 'shop',
    on: fargate(),
    task: own(
      allow('s3:PutObject', objectArn('example-shop-exports', 'catalog/*')),
    ),
  }),
  taskFamily(
    prodEu,
    {
      name: 'price-import',
      team: 'shop',
      on: ec2(),
      revision: 3,
      task: own(allow('dynamodb:BatchWriteItem', tableArn(prodEu, 'prices'))),
    },
    [{ host: 1 }],
  ),
);
