import type { TaskGroup } from '../collect/tasks/toTaskGroup';
import { DEFINITION } from './awsMocks';

/** One standalone Fargate task without overrides. */
export function aTaskGroup(group: Partial<TaskGroup> = {}): TaskGroup {
  return {
    taskDefinitionArn: DEFINITION,
    hostArn: null,
    serviceName: null,
    launchType: 'FARGATE',
    capacityProvider: null,
    platformVersion: '1.4.0',
    enableExecuteCommand: false,
    taskRoleArn: null,
    executionRoleArn: null,
    environmentFiles: [],
    volumeRoleArns: [],
    count: 1,
    ...group,
  };
}
