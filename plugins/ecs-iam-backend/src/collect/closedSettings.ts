/**
 * Settings of SDK clients that must contact nothing but what they are given: a server in place of AWS, or a recording.
 * Set in the environment, `AWS_DEFAULTS_MODE=auto` would make the SDK ask the metadata service of the machine where it
 * runs, and FIPS or dual-stack would make it refuse an endpoint.
 * Source: https://docs.aws.amazon.com/sdkref/latest/guide/feature-smart-config-defaults.html
 */
export const closedSettings = {
  defaultsMode: 'standard',
  useFipsEndpoint: false,
  useDualstackEndpoint: false,
} as const;
