import { catalogueDate } from '@ecs-iam/iam-analysis';
import type { AnalysisBasis } from '@ecs-iam/plugin-ecs-iam-common';

/** What the rules that are installed judge by. */
export const analysisBasis: AnalysisBasis = {
  actionDataDate: catalogueDate,
  notLookedAt: ['service-control', 'resource-control', 'resource', 'session'],
};
