import { readSchedulerServiceTaskScheduleDefinitionFromConfig } from '@backstage/backend-plugin-api';
import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { ConfigReader, readDurationFromConfig } from '@backstage/config';
import type { Config } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { z } from 'zod';
import { ConfigProblems } from './ConfigProblems';
import type { EcsIamConfig } from './EcsIamConfig';
import { readAnalysis } from './readAnalysis';
import { readTargets } from './readTargets';
import { wholeNumber } from './wholeNumber';

const defaultSchedule = {
  frequency: { minutes: 30 },
  timeout: { minutes: 25 },
  initialDelay: { seconds: 10 },
};
const defaultShards = 8;
const defaultCooldown = { minutes: 1 };

const endpointSchema = z.url({
  protocol: /^https?$/,
  error:
    'must be the address of an AWS-compatible server, such as http://127.0.0.1:5555',
});

/**
 * Reads and checks the configuration of the plugin.
 *
 * @param config - the root configuration
 * @throws InputError that names the key of every wrong value, and what to write there
 */
export function readEcsIamConfig(config: Config): EcsIamConfig {
  const problems = ConfigProblems.create();
  if (!isObject(config.getOptional('ecsIam') ?? {})) {
    problems.add('ecsIam', 'must be an object');
    problems.throwIfAny();
  }
  const { targets, from } = readTargets(config, problems);
  const result: EcsIamConfig = {
    targets: from === 'catalog' ? 'from-catalog' : targets,
    targetsFrom: from,
    schedule: readSchedule(config, problems),
    scan: readScan(config, problems),
    endpoint: readEndpoint(config, problems),
    analysis: readAnalysis(config, problems),
    ssoSubdomain: problems.read('aws.sso.subdomain', () =>
      config.getOptionalString('aws.sso.subdomain'),
    ),
  };
  problems.throwIfAny();
  return result;
}

function readSchedule(
  config: Config,
  problems: ConfigProblems,
): SchedulerServiceTaskScheduleDefinition {
  const given = config.getOptional('ecsIam.schedule') ?? {};
  if (!isObject(given)) {
    problems.add(
      'ecsIam.schedule',
      'must be an object with frequency, timeout or initialDelay',
    );
    return defaultSchedule;
  }
  const schedule = new ConfigReader(
    { ...defaultSchedule, ...given },
    'ecsIam.schedule',
  );
  return (
    problems.read('ecsIam.schedule', () =>
      readSchedulerServiceTaskScheduleDefinitionFromConfig(schedule),
    ) ?? defaultSchedule
  );
}

function readScan(
  config: Config,
  problems: ConfigProblems,
): EcsIamConfig['scan'] {
  const shards = config.getOptional('ecsIam.scan.shards') ?? defaultShards;
  const cooldown = problems.read('ecsIam.scan.cooldown', () =>
    config.has('ecsIam.scan.cooldown')
      ? readDurationFromConfig(config, { key: 'ecsIam.scan.cooldown' })
      : defaultCooldown,
  );
  return {
    shards:
      problems.parse('ecsIam.scan.shards', shards, wholeNumber(1, 64)) ??
      defaultShards,
    cooldownMilliseconds: durationToMilliseconds(cooldown ?? defaultCooldown),
  };
}

function readEndpoint(
  config: Config,
  problems: ConfigProblems,
): string | undefined {
  const endpoint = config.getOptional('ecsIam.endpoint');
  return endpoint === undefined
    ? undefined
    : problems.parse('ecsIam.endpoint', endpoint, endpointSchema);
}

function isObject(value: unknown): value is Record<string, never> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
