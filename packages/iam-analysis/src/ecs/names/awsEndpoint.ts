// Public ones, those of a VPC, of dual stack and of FIPS.
// https://docs.aws.amazon.com/general/latest/gr/rande.html
const AWS_ENDPOINT =
  /^(https?:\/\/)?[\w.-]+\.(amazonaws\.com(\.cn)?|api\.aws|on\.aws)(:\d+)?\/?$/i;

/**
 * @param endpoint - of an AWS API, as an option names it: a URL or a host
 * @returns whether it is certainly one of AWS; a name of one's own may stand for one too
 */
export function isAwsEndpoint(endpoint: string): boolean {
  return AWS_ENDPOINT.test(endpoint.trim());
}
