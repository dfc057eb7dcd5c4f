import type { Host } from '../../ecs/service';
import { known, unknown } from '../../known';
import { object, optional, optionalText } from '../input/place';
import { text, wholeNumber, type Place } from '../input/place';

/** What EC2 says of the machine beneath a container instance. */
export type Machine = Readonly<{
  instanceId: string;
  ofHost: Pick<Host, 'instanceProfileArn' | 'metadataOptions' | 'publicIp'>;
}>;

/** Source: https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Instance.html */
export function parseMachine(place: Place): Machine {
  const at = object(place, 'an instance of EC2');
  const state = optional(at('State'), object);
  const stateName = state && optionalText(state('Name'));
  const profile = optional(at('IamInstanceProfile'), object);
  const options = optional(at('MetadataOptions'), object);
  // A terminated instance has lost its profile: that says nothing of how it ran.
  const isGone = stateName === 'terminated' || stateName === 'shutting-down';
  return {
    instanceId: text(at('InstanceId')),
    ofHost: {
      instanceProfileArn: isGone
        ? unknown('the instance is terminated')
        : known(profile && optionalText(profile('Arn'))),
      publicIp: isGone
        ? unknown('the instance is terminated')
        : known(optionalText(at('PublicIpAddress')) !== null),
      metadataOptions:
        isGone || !options
          ? unknown('the instance shows no MetadataOptions')
          : known({
              httpEndpoint: optionalText(options('HttpEndpoint')),
              httpTokens: optionalText(options('HttpTokens')),
              httpPutResponseHopLimit: optional(
                options('HttpPutResponseHopLimit'),
                wholeNumber,
              ),
            }),
    },
  };
}
