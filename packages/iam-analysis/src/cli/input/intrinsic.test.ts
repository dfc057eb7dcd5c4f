import { isUnresolved, withoutIntrinsic } from './intrinsic';

describe('withoutIntrinsic', () => {
  it.each([
    [{ Ref: 'Key' }, '${Key}'],
    [{ Ref: 'AWS::Region' }, '${AWS::Region}'],
    [{ 'Fn::GetAtt': ['Role', 'Arn'] }, '${Role.Arn}'],
    [{ 'Fn::GetAtt': 'Role.Arn' }, '${Role.Arn}'],
    [{ 'Fn::Sub': 'a-${Stage}' }, 'a-${Stage}'],
    [{ 'Fn::Sub': ['a-${Stage}', { Stage: 'x' }] }, 'a-${Stage}'],
    [{ 'Fn::Join': [':', ['arn', { Ref: 'A' }, 'x']] }, 'arn:${A}:x'],
    [{ 'Fn::Join': ['', [{ 'Fn::Sub': 'b' }, 1]] }, 'b${Fn::Join}'],
    [{ 'Fn::If': ['Has', 'a', 'b'] }, '${Fn::If}'],
    [{ 'Fn::ImportValue': 'name' }, '${Fn::ImportValue}'],
    ['{{resolve:ssm:/image:1}}', '${resolve:ssm:/image:1}'],
    ['shop/{{ tag }}', 'shop/${tag}'],
    // Malformed, and still no crash.
    [{ Ref: 5 }, '${value}'],
    [{ 'Fn::Join': 'x' }, '${Fn::Join}'],
    [{ 'Fn::Sub': [] }, '${Fn::Sub}'],
  ])('takes %j for a variable', (value, text) => {
    const found = withoutIntrinsic(value);
    expect(found).toEqual(text);
    expect(isUnresolved(String(found))).toBe(true);
  });

  it('stops at functions that are nested without end', () => {
    expect(withoutIntrinsic(nestedJoin(100_000))).toBe('${Fn::Join}');
  });

  it('finds nothing in place of AWS::NoValue', () => {
    expect(withoutIntrinsic({ Ref: 'AWS::NoValue' })).toBeUndefined();
  });

  it('knows a function whose parts are all known', () => {
    const value = { 'Fn::Join': ['/', ['shop', { 'Fn::Sub': 'web' }]] };
    expect(withoutIntrinsic(value)).toBe('shop/web');
    expect(isUnresolved('shop/web')).toBe(false);
  });

  it.each([
    'text',
    'a $price {x}',
    5,
    null,
    [{ Ref: 'Key' }],
    { Ref: 'Key', Name: 'a' },
    { Reference: 'Key' },
    {},
  ])('leaves %j as it is', value => {
    expect(withoutIntrinsic(value)).toBe(value);
  });
});

function nestedJoin(depth: number): unknown {
  let value: unknown = 'x';
  for (let at = 0; at < depth; at += 1) {
    value = { 'Fn::Join': ['', [value]] };
  }
  return value;
}
