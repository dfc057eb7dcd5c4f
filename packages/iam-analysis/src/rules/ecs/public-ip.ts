import { defineRule } from '../defineRule';

/** Security Hub controls ECS.2 and ECS.16. */
export const publicIp = defineRule({
  id: 'ecs.public-ip',
  title: 'Tasks get a public address',
  severity: 'high',
  about: 'use',
  slots: ['task'],
  needs: ['service'],
  docs: {
    why: 'A task with a public address can be called from the internet wherever its security group allows it, past load balancer and firewall. Whoever finds a fault in the application from there works with the task role. The security group is not read here.',
    fix: 'Set `assignPublicIp` to `DISABLED` in the network configuration of the service, run the tasks in private subnets, and let them out by a NAT gateway or VPC endpoints for ECR, CloudWatch Logs and Secrets Manager.',
    leaveIt:
      'The tasks need a public address only to reach out, and their security group lets nobody in.',
    links: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-network.html',
      'https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-2',
    ],
  },
  messages: {
    assigned: (d: { service: string }) =>
      `The network configuration of \`${d.service}\` gives each task a public address (\`assignPublicIp\` is \`ENABLED\`).`,
  },
  *check({ service }) {
    if (service.assignPublicIp === true) {
      yield { message: 'assigned', data: { service: service.name }, at: '' };
    }
  },
});
