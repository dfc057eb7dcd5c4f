import { annotations } from '@ecs-iam/plugin-ecs-iam-common';
import { useText } from '../../hooks/useText';
import { Snippet } from '../Snippet';
import { EmptyNotice } from './EmptyNotice';

const example = `metadata:
  annotations:
    # one service, by its ARN
    ${annotations.amazonEcsServiceArn}: arn:aws:ecs:eu-west-1:111122223333:service/prod-eu/checkout
    # or every service that carries these tags
    ${annotations.amazonEcsServiceTags}: app=checkout,env=prod
    # or several services, or roles
    ${annotations.serviceArns}: arn:aws:ecs:eu-west-1:111122223333:service/prod-eu/checkout
    ${annotations.roleArns}: arn:aws:iam::111122223333:role/checkout-task
`;

/** No ECS service belongs to the entity: which annotation to add. */
export function NoService(props: { name: string; isAnnotated: boolean }) {
  const { name, isAnnotated } = props;
  const t = useText();
  return (
    <EmptyNotice
      title={t('empty.noServiceTitle', { name })}
      text={t(isAnnotated ? 'empty.noServiceMatchText' : 'empty.noServiceText')}
    >
      <Snippet text={example} label="catalog-info.yaml" />
    </EmptyNotice>
  );
}
