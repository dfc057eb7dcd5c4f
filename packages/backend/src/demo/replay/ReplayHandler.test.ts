import {
  ECSClient,
  ListClustersCommand,
  paginateListServices,
} from '@aws-sdk/client-ecs';
import { GetRoleCommand, IAMClient } from '@aws-sdk/client-iam';
import { DescribeInstancesCommand, EC2Client } from '@aws-sdk/client-ec2';
import type { AwsCall, Place } from './awsCall';
import { errorBody } from './errorBody';
import { Recording } from './Recording';
import type { RecordedResponse, RecordingFile } from './recordingFile';
import { ReplayHandler } from './ReplayHandler';

const place = { account: '111122223333', region: 'eu-west-1' };
const clusters = {
  ...place,
  service: 'ecs',
  operation: 'ListClusters',
  params: {},
  status: 200,
  body: { clusterArns: ['arn:aws:ecs:eu-west-1:111122223333:cluster/prod'] },
};

function file(
  responses: RecordedResponse[],
  special: Partial<RecordingFile> = {},
): RecordingFile {
  return {
    format: 1,
    recordedAt: '2026-11-02T09:00:00.000Z',
    authored: false,
    responses,
    ...special,
  };
}

function replaying(answers: Recording, now = answers.recordedAt) {
  const missing: [AwsCall, Place][] = [];
  const settings = {
    region: place.region,
    credentials: { accessKeyId: 'demo', secretAccessKey: 'demo' },
    requestHandler: ReplayHandler.create({
      answers,
      now,
      place,
      onMissing: (...question) => missing.push(question),
    }),
  };
  return {
    missing,
    ecs: new ECSClient(settings),
    iam: new IAMClient(settings),
    ec2: new EC2Client(settings),
  };
}

describe('ReplayHandler', () => {
  it('answers beneath the SDK', async () => {
    const { ecs, missing } = replaying(Recording.of(file([clusters])));
    const { clusterArns } = await ecs.send(new ListClustersCommand({}));
    expect(clusterArns).toEqual(clusters.body.clusterArns);
    expect(missing).toEqual([]);
  });

  it("lets the SDK's own paginator ask for the next page", async () => {
    const page = (params: object, body: object): RecordedResponse => ({
      ...clusters,
      operation: 'ListServices',
      params: { cluster: 'prod', ...params },
      body: { ...body },
    });
    const { ecs } = replaying(
      Recording.of(
        file([
          page({}, { serviceArns: ['a'], nextToken: '1' }),
          page({ nextToken: '1' }, { serviceArns: ['b'] }),
        ]),
      ),
    );
    const arns: string[] = [];
    for await (const { serviceArns } of paginateListServices(
      { client: ecs },
      { cluster: 'prod' },
    )) {
      arns.push(...(serviceArns ?? []));
    }
    expect(arns).toEqual(['a', 'b']);
  });

  it('moves dates by the age of the recording', async () => {
    const { iam } = replaying(
      Recording.of(
        file([
          {
            account: place.account,
            region: 'aws-global',
            service: 'iam',
            operation: 'GetRole',
            params: { RoleName: 'app' },
            status: 200,
            body: '<GetRoleResponse><GetRoleResult><Role><RoleName>app</RoleName><RoleLastUsed><LastUsedDate>2026-11-02T08:00:00Z</LastUsedDate></RoleLastUsed></Role></GetRoleResult></GetRoleResponse>',
          },
        ]),
      ),
      new Date('2027-01-10T12:00:00Z'),
    );
    const { Role } = await iam.send(new GetRoleCommand({ RoleName: 'app' }));
    expect(Role?.RoleLastUsed?.LastUsedDate).toEqual(
      new Date('2027-01-10T11:00:00Z'),
    );
  });

  it('lets an authored answer win', async () => {
    const { ecs } = replaying(
      Recording.of(
        file([clusters]),
        file([{ ...clusters, body: { clusterArns: ['authored'] } }], {
          authored: true,
        }),
      ),
    );
    const { clusterArns } = await ecs.send(new ListClustersCommand({}));
    expect(clusterArns).toEqual(['authored']);
  });

  it('replays errors by their name', async () => {
    const { iam } = replaying(
      Recording.of(
        file([
          {
            account: place.account,
            region: 'aws-global',
            service: 'iam',
            operation: 'GetRole',
            params: { RoleName: 'app' },
            status: 403,
            body: errorBody('iam', 'AccessDenied', 'a <b> & c'),
          },
        ]),
      ),
    );
    await expect(
      iam.send(new GetRoleCommand({ RoleName: 'app' })),
    ).rejects.toMatchObject({ name: 'AccessDenied', message: 'a <b> & c' });
  });

  it.each([
    ['ecs', 'ListClusters'],
    ['iam', 'GetRole'],
    ['ec2', 'DescribeInstances'],
  ])(
    'says that the recording has no answer to %s:%s, once and without retries',
    async (service, operation) => {
      const { ecs, iam, ec2, missing } = replaying(Recording.of(file([])));
      const asked = {
        ListClusters: () => ecs.send(new ListClustersCommand({})),
        GetRole: () => iam.send(new GetRoleCommand({ RoleName: 'app' })),
        DescribeInstances: () => ec2.send(new DescribeInstancesCommand({})),
      };
      await expect(
        asked[operation as keyof typeof asked](),
      ).rejects.toMatchObject({
        name: 'NotInDemoRecording',
        message: expect.stringContaining(
          `no answer to ${service}:${operation} in 111122223333, eu-west-1. Make the recording again (yarn demo:record)`,
        ),
      });
      expect(missing).toEqual([
        [expect.objectContaining({ service, operation }), place],
      ]);
    },
  );
});
