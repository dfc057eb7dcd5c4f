import type { NeedsInput } from '../derivation';
import type { RoleNeeds } from '../permission';
import { NOTHING } from '../roleNeeds';
import { uniteNeeds } from '../uniteNeeds';
import { s3Read } from './s3Reads';

/**
 * Row E10: a FireLens configuration in S3. One of the type `file` lies in the image.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef.html#firelens-taskdef-customconfig
 */
export function firelensConfiguration({
  taskDefinition,
}: NeedsInput): RoleNeeds {
  return uniteNeeds(
    taskDefinition.containers.map(({ firelens }, index) =>
      firelens?.configFileType === 's3'
        ? s3Read({
            row: 'E10',
            because: `containerDefinitions[${index}].firelensConfiguration.options.config-file-value`,
            text: firelens.configFileValue ?? '',
            what: 'the FireLens configuration',
            phrase: 'reads the FireLens configuration from S3',
            failure:
              'ResourceInitializationError: unable to download the FireLens configuration from S3',
          })
        : NOTHING,
    ),
  );
}
