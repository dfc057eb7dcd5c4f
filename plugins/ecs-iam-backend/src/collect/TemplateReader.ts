import { DescribeAutoScalingGroupsCommand } from '@aws-sdk/client-auto-scaling';
import type { CapacityProvider as SdkCapacityProvider } from '@aws-sdk/client-ecs';
import {
  known,
  unknown,
  type CapacityProvider,
  type HostTemplate,
  type Known,
} from '@ecs-iam/iam-analysis';
import { ask } from './ask';
import { readLaunchConfiguration } from './launchConfigurations';
import { readLaunchTemplate } from './launchTemplates';
import type { Reading } from './reading';
import {
  templateSources,
  type LaunchedWith,
  type TemplateSource,
  type TemplateVersion,
} from './templateSources';
import { autoScalingGroupName } from './toCapacityProvider';

/** Finds what a host started now would get, and reads each launch template once for all groups that use it. */
export class TemplateReader {
  readonly #reading: Reading;
  readonly #templates = new Map<string, Promise<Known<LaunchedWith>>>();

  private constructor(reading: Reading) {
    this.#reading = reading;
  }

  static create(reading: Reading): TemplateReader {
    return new TemplateReader(reading);
  }

  async of(
    provider: SdkCapacityProvider,
  ): Promise<CapacityProvider['templates']> {
    const managed = provider.managedInstancesProvider;
    if (managed) {
      return known([
        {
          source: 'managed-instances',
          name: provider.name ?? '',
          instanceProfile:
            managed.instanceLaunchTemplate?.ec2InstanceProfileArn ?? null,
          metadataOptions: null,
        },
      ]);
    }
    const group = autoScalingGroupName(
      provider.autoScalingGroupProvider?.autoScalingGroupArn,
    );
    return group === undefined ? known([]) : this.#ofGroup(group);
  }

  async #ofGroup(name: string): Promise<CapacityProvider['templates']> {
    const { clients, signal } = this.#reading;
    const answer = await ask(
      this.#reading,
      {
        api: 'autoscaling:DescribeAutoScalingGroups',
        resources: [name],
        leavesIncomplete: ['instanceProfile', 'role'],
      },
      () =>
        clients.autoScaling.send(
          new DescribeAutoScalingGroupsCommand({
            AutoScalingGroupNames: [name],
            IncludeInstances: false,
          }),
          { abortSignal: signal },
        ),
    );
    if (!answer.known) return answer;
    const [group] = answer.value.AutoScalingGroups ?? [];
    if (group === undefined) return unknown('NotFound');

    const templates: HostTemplate[] = [];
    for (const source of templateSources(group)) {
      const template = await this.#read(source);
      if (!template.known) return template;
      templates.push({ source: source.source, ...template.value });
    }
    return known(templates);
  }

  #read(source: TemplateSource): Promise<Known<LaunchedWith>> {
    switch (source.source) {
      case 'launch-template':
      case 'mixed-instances':
      case 'mixed-instances-override':
        return this.#readTemplate(source.template);
      case 'launch-configuration':
        return readLaunchConfiguration(this.#reading, source.name);
      default:
        throw new Error(
          `Unknown source ${JSON.stringify(source satisfies never)}`,
        );
    }
  }

  #readTemplate(template: TemplateVersion): Promise<Known<LaunchedWith>> {
    const key = JSON.stringify(template);
    const reading =
      this.#templates.get(key) ?? readLaunchTemplate(this.#reading, template);
    this.#templates.set(key, reading);
    return reading;
  }
}
