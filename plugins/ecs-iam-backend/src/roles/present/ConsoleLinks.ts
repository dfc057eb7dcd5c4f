/** Addresses in the AWS console, in the partition where the thing lies. */
export class ConsoleLinks {
  readonly #ssoSubdomain: string | undefined;

  private constructor(ssoSubdomain: string | undefined) {
    this.#ssoSubdomain = ssoSubdomain;
  }

  /**
   * @param options - `ssoSubdomain`: `aws.sso.subdomain` of the configuration; links go through the access portal of
   * IAM Identity Center then, which signs people in to the right account
   */
  static create(
    options: Readonly<{ ssoSubdomain?: string }> = {},
  ): ConsoleLinks {
    return new ConsoleLinks(options.ssoSubdomain);
  }

  service(
    service: Place &
      Readonly<{ clusterName: string; name: string; region: string }>,
  ): string {
    const cluster = encodeURIComponent(service.clusterName);
    const name = encodeURIComponent(service.name);
    return this.#link(
      service,
      `/ecs/v2/clusters/${cluster}/services/${name}/health?region=${service.region}`,
    );
  }

  /** @param family - whose name is that of its task definitions */
  taskFamily(
    family: Place & Readonly<{ name: string; region: string }>,
  ): string {
    return this.#link(
      family,
      `/ecs/v2/task-definitions/${encodeURIComponent(family.name)}?region=${
        family.region
      }`,
    );
  }

  role(role: Place & Readonly<{ name: string }>): string {
    return this.#link(
      role,
      `/iam/home#/roles/details/${encodeURIComponent(role.name)}`,
    );
  }

  /** @param policy - the ARN, and the account from which to look at it: policies of AWS itself lie in none */
  policy(policy: Place & Readonly<{ arn: string }>): string {
    return this.#link(
      policy,
      `/iam/home#/policies/details/${encodeURIComponent(policy.arn)}`,
    );
  }

  #link({ accountId, partition }: Place, path: string): string {
    const url = `https://${consoleHost(partition)}${path}`;
    // Access portals of other partitions have other addresses, which a subdomain alone does not give.
    // Source: https://docs.aws.amazon.com/singlesignon/latest/userguide/createshortcutlink.html
    return this.#ssoSubdomain !== undefined && partition === 'aws'
      ? `https://${
          this.#ssoSubdomain
        }.awsapps.com/start/#/console?account_id=${accountId}&destination=${encodeURIComponent(
          url,
        )}`
      : url;
  }
}

type Place = Readonly<{ accountId: string; partition: string }>;

function consoleHost(partition: string): string {
  switch (partition) {
    case 'aws-cn':
      return 'console.amazonaws.cn';
    case 'aws-us-gov':
      return 'console.amazonaws-us-gov.com';
    case 'aws-eusc':
      return 'console.amazonaws-eusc.eu';
    default:
      return 'console.aws.amazon.com';
  }
}
