import type { ResponseBody } from './recordingFile';

/**
 * An error in the words of the service's protocol.
 *
 * @param service - as the signature spells it
 * @param code - as the SDK should name the error
 */
export function errorBody(
  service: string,
  code: string,
  message: string,
): ResponseBody {
  const error = `<Code>${code}</Code><Message>${escapeXml(message)}</Message>`;
  switch (service) {
    case 'ecs':
    case 'ecr':
    case 'secretsmanager':
    case 'ssm':
      return { __type: code, message };
    case 'ec2':
      return `<Response><Errors><Error>${error}</Error></Errors><RequestID>demo</RequestID></Response>`;
    default:
      return `<ErrorResponse><Error><Type>Sender</Type>${error}</Error><RequestId>demo</RequestId></ErrorResponse>`;
  }
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
