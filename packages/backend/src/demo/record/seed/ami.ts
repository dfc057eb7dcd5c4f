/** moto takes any image id that is well formed. */
export const AMI = 'ami-0de40000000000001';
