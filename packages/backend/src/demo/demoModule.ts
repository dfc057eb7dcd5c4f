import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { ecsIamCollectExtensionPoint } from '@ecs-iam/plugin-ecs-iam-node';
import { readDemoConfig } from './readDemoConfig';
import { recordingDirectory } from './recordingDirectory';
import { RecordedAwsAccess } from './replay/RecordedAwsAccess';
import { Recording } from './replay/Recording';

/** With `demo.fleet: recorded`, answers every call to AWS from the recording; else does nothing. */
export default createBackendModule({
  pluginId: 'ecs-iam',
  moduleId: 'demo-fleet',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.logger,
        collect: ecsIamCollectExtensionPoint,
      },
      async init({ config, logger, collect }) {
        if (readDemoConfig(config).fleet === 'aws') {
          return;
        }
        logger.info(
          'The fleet is a recording (demo.fleet); AWS is not contacted',
        );
        collect.setAwsAccess(
          RecordedAwsAccess.create({
            answers: await Recording.load(recordingDirectory()),
            now: new Date(),
            onMissing: (call, { account, region }) =>
              logger.warn(
                `Not in the recording: ${call.service}:${call.operation} in ${account}, ${region}. Make it again with yarn demo:record`,
              ),
          }),
        );
      },
    });
  },
});
