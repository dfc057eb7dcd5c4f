import type {
  Collector,
  CollectRequest,
  FactPage,
  Facts,
  Gap,
  Target,
} from '@ecs-iam/plugin-ecs-iam-node';

export type Collected = {
  readonly [K in keyof Facts]: Facts[K][];
} & { readonly gaps: Gap[]; readonly pages: FactPage[] };

/** Reads a target to the end and sorts the pages by kind. */
export async function collectAll(
  collector: Collector,
  target: Target,
  request: Partial<CollectRequest> = {},
): Promise<Collected> {
  const collected: Collected = {
    cluster: [],
    service: [],
    taskDefinition: [],
    capacityProvider: [],
    host: [],
    instanceProfile: [],
    secretKey: [],
    registry: [],
    taskDefinitionFamily: [],
    role: [],
    gaps: [],
    pages: [],
  };
  const pages = collector.collect(target, {
    roleArns: [],
    taskFamilies: [],
    storedTaskDefinitions: async () => [],
    signal: new AbortController().signal,
    ...request,
  });
  for await (const page of pages) {
    collected.pages.push(page);
    if (page.kind === 'gap') collected.gaps.push(page.gap);
    else add(collected, page);
  }
  return collected;
}

function add(
  collected: Collected,
  page: Exclude<FactPage, { kind: 'gap' }>,
): void {
  switch (page.kind) {
    case 'cluster':
      collected.cluster.push(...page.facts);
      break;
    case 'service':
      collected.service.push(...page.facts);
      break;
    case 'taskDefinition':
      collected.taskDefinition.push(...page.facts);
      break;
    case 'capacityProvider':
      collected.capacityProvider.push(...page.facts);
      break;
    case 'host':
      collected.host.push(...page.facts);
      break;
    case 'instanceProfile':
      collected.instanceProfile.push(...page.facts);
      break;
    case 'secretKey':
      collected.secretKey.push(...page.facts);
      break;
    case 'registry':
      collected.registry.push(...page.facts);
      break;
    case 'taskDefinitionFamily':
      collected.taskDefinitionFamily.push(...page.facts);
      break;
    case 'role':
      collected.role.push(...page.facts);
      break;
    default:
      throw new Error(`Unknown page ${JSON.stringify(page satisfies never)}`);
  }
}
