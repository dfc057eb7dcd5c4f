import { distinct, groupBy, shortList } from './phrases';

type Logs = Readonly<{
  driver: string;
  options: Readonly<Record<string, string>>;
}>;

/**
 * Log groups that the `awslogs` driver writes. Their region is an option of the driver, not that of the task.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html
 *
 * @param configurations - of the containers, and of the Service Connect proxy
 * @param homeRegion - region of the task, which need not be said
 * @returns a phrase for each region, and one for the groups that are to be created
 */
export function awslogsPhrases(
  configurations: readonly Logs[],
  homeRegion: string,
): readonly string[] {
  const written = configurations
    .filter(({ driver }) => driver === 'awslogs')
    .map(({ options }) => ({
      group: options['awslogs-group'] ?? 'a log group that is not named',
      region: options['awslogs-region'] ?? homeRegion,
      create: options['awslogs-create-group']?.toLowerCase() === 'true',
    }));
  return [
    ...phrases('writes', written, homeRegion),
    ...phrases(
      'creates log group',
      written.filter(({ create }) => create),
      homeRegion,
    ),
  ];
}

function phrases(
  verb: string,
  written: readonly { group: string; region: string }[],
  homeRegion: string,
): readonly string[] {
  return [...groupBy(written, ({ region }) => region)].map(
    ([region, groups]) => {
      const names = distinct(groups.map(({ group }) => group));
      const where = region === homeRegion ? '' : ` in ${region}`;
      return `${verb} ${shortList(names, 'log groups')}${where}`;
    },
  );
}
