import type {
  AutoScalingGroup,
  LaunchTemplateSpecification,
} from '@aws-sdk/client-auto-scaling';
import type { HostTemplate } from '@ecs-iam/iam-analysis';

/** Where an Auto Scaling group says what its instances get. */
export type TemplateSource =
  | Readonly<{
      source: Extract<
        HostTemplate['source'],
        'launch-template' | 'mixed-instances' | 'mixed-instances-override'
      >;
      template: TemplateVersion;
    }>
  | Readonly<{ source: 'launch-configuration'; name: string }>;

/** One version of a launch template, named as EC2 wants it: by id or by name, not by both. */
export type TemplateVersion = Readonly<
  ({ id: string } | { name: string }) & { version: string }
>;

/** What a launch template or a launch configuration says of the machines. */
export type LaunchedWith = Omit<HostTemplate, 'source'>;

/** @returns every template that an instance of the group may come from, each once */
export function templateSources(
  group: AutoScalingGroup,
): readonly TemplateSource[] {
  const mixed = group.MixedInstancesPolicy?.LaunchTemplate;
  const sources = [
    ...fromTemplate('launch-template', group.LaunchTemplate),
    ...fromTemplate('mixed-instances', mixed?.LaunchTemplateSpecification),
    ...(mixed?.Overrides ?? []).flatMap(override =>
      fromTemplate(
        'mixed-instances-override',
        override.LaunchTemplateSpecification,
      ),
    ),
    ...fromConfiguration(group.LaunchConfigurationName),
  ];
  return [
    ...new Map(
      sources.map(source => [JSON.stringify(source), source]),
    ).values(),
  ];
}

function fromTemplate(
  source: Extract<TemplateSource, { template: TemplateVersion }>['source'],
  specification: LaunchTemplateSpecification | undefined,
): readonly TemplateSource[] {
  const id = specification?.LaunchTemplateId;
  const name = specification?.LaunchTemplateName;
  // Auto Scaling takes the default version when none is given.
  const version = specification?.Version || '$Default';
  if (id) return [{ source, template: { id, version } }];
  if (name) return [{ source, template: { name, version } }];
  return [];
}

function fromConfiguration(
  name: string | undefined,
): readonly TemplateSource[] {
  return name ? [{ source: 'launch-configuration', name }] : [];
}
