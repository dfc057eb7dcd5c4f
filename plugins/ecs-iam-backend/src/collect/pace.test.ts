import {
  DescribeTaskDefinitionCommand,
  ECSClient,
  ListClustersCommand,
} from '@aws-sdk/client-ecs';
import { scriptedHandler } from '../testSupport/scriptedHandler';
import { Pace } from './pace';

function aClient() {
  const sleeps: number[] = [];
  const clock = {
    now: () => 0,
    sleep: async (milliseconds: number) => {
      sleeps.push(milliseconds);
    },
  };
  const ecs = new ECSClient({
    region: 'eu-west-1',
    credentials: {
      accessKeyId: 'placeholder',
      secretAccessKey: 'placeholder',
    },
    requestHandler: scriptedHandler((_, attempt) =>
      attempt === 1
        ? { status: 400, body: '{"__type":"ThrottlingException"}' }
        : { body: '{}' },
    ),
  });
  ecs.middlewareStack.use(Pace.create({ clock }).middleware('ecs'));
  return { ecs, sleeps };
}

it('lets half of the published burst through, repeated attempts included', async () => {
  const { ecs, sleeps } = aClient();
  await ecs.send(new ListClustersCommand({}));
  expect(sleeps).toEqual([]);

  for (let call = 0; call < 24; call += 1) {
    await ecs.send(new ListClustersCommand({}));
  }

  expect(sleeps).toEqual([100]);
});

it('has a bucket for each group of calls', async () => {
  const { ecs, sleeps } = aClient();

  for (let call = 0; call < 20; call += 1) {
    await ecs.send(new ListClustersCommand({}));
    await ecs.send(
      new DescribeTaskDefinitionCommand({ taskDefinition: 'checkout' }),
    );
  }

  expect(sleeps).toEqual([]);
});
