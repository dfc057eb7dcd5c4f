import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';
import type { HumanDuration } from '@backstage/types';

export interface Config {
  /** The IAM roles of Amazon ECS services. */
  ecsIam?: {
    /**
     * The accounts and regions to scan.
     *
     * When absent, those of `aws.locator.resourceTaggingApi` are taken, and when that is absent too, the accounts and
     * regions that the ARN annotations in the catalog name. When none can be found anywhere, the plugin does not start.
     */
    targets?: Array<{
      /** 12 digits, in quotes: YAML would drop the leading zeros of a number. */
      accountId: string;
      /** Such as `eu-west-1`. */
      regions: string[];
    }>;

    /** When to scan. Default: every 30 minutes, at most 25 minutes long, first 10 seconds after the start. */
    schedule?: Partial<SchedulerServiceTaskScheduleDefinitionConfig>;

    scan?: {
      /** The number of scheduled tasks over which the targets are spread, 1 to 64. Default 8. */
      shards?: number;
      /** How long a target is left alone after a scan on request. Default 1 minute. */
      cooldown?: HumanDuration | string;
    };

    /** The address of an AWS-compatible server, for tests. Nothing but this server is contacted then. */
    endpoint?: string;

    /** How roles are judged. */
    analysis?: {
      /** Accounts of your own, which a trust policy may name. 12 digits each, in quotes. */
      knownAccounts?: string[];
      /** A role without use for so many days counts as unused, 1 to 400. Default 90. */
      unusedAfterDays?: number;
      /** By rule id: switched off, or at another severity. */
      rules?: {
        [ruleId: string]: {
          enabled?: boolean;
          severity?: 'critical' | 'high' | 'medium' | 'low' | 'info';
        };
      };
    };
  };

  aws?: {
    /** Settings of the AWS Labs plugins, which this plugin reads too. */
    locator?: {
      resourceTaggingApi?: {
        accounts?: string[];
        regions?: string[];
      };
    };
    sso?: {
      /** Console links go through IAM Identity Center at `https://SUBDOMAIN.awsapps.com/start`. */
      subdomain?: string;
    };
  };
}
