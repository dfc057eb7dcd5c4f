import {
  DescribeLaunchTemplateVersionsCommand,
  type LaunchTemplateVersion,
} from '@aws-sdk/client-ec2';
import { known, unknown, type Known } from '@ecs-iam/iam-analysis';
import { ask } from './ask';
import type { Reading } from './reading';
import type { LaunchedWith, TemplateVersion } from './templateSources';
import { toMetadataOptions } from './toMetadataOptions';

/** Reads one version of a launch template: a number, `$Latest` or `$Default`. */
export async function readLaunchTemplate(
  reading: Reading,
  template: TemplateVersion,
): Promise<Known<LaunchedWith>> {
  const by =
    'id' in template
      ? { LaunchTemplateId: template.id }
      : { LaunchTemplateName: template.name };
  const answer = await ask(
    reading,
    {
      api: 'ec2:DescribeLaunchTemplateVersions',
      resources: [templateName(template)],
      leavesIncomplete: ['instanceProfile', 'role'],
    },
    () =>
      reading.clients.ec2.send(
        new DescribeLaunchTemplateVersionsCommand({
          ...by,
          Versions: [template.version],
        }),
        { abortSignal: reading.signal },
      ),
  );
  if (!answer.known) return answer;
  const [version] = answer.value.LaunchTemplateVersions ?? [];
  return version === undefined
    ? unknown('NotFound')
    : known(toLaunchedWith(version, template));
}

/** @param template - what was asked for; the version that EC2 resolved is shown in its place */
export function toLaunchedWith(
  version: LaunchTemplateVersion,
  template: TemplateVersion,
): LaunchedWith {
  const data = version.LaunchTemplateData;
  const profile = data?.IamInstanceProfile;
  return {
    name: templateName({
      ...template,
      version: String(version.VersionNumber ?? template.version),
    }),
    instanceProfile: profile?.Arn || profile?.Name || null,
    metadataOptions: toMetadataOptions(data?.MetadataOptions),
  };
}

function templateName(template: TemplateVersion): string {
  return `${'id' in template ? template.id : template.name}:${
    template.version
  }`;
}
