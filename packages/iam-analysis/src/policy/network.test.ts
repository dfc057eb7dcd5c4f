import { contains, readNetwork } from './network';

const isWithin = (inner: string, outer: string) => {
  const [a, b] = [readNetwork(outer), readNetwork(inner)];
  return a && b && contains(a, b);
};

it.each([
  ['203.0.113.7', '203.0.113.0/24', true],
  ['203.0.114.7', '203.0.113.0/24', false],
  ['203.0.113.7', '203.0.113.7', true],
  ['203.0.113.8', '203.0.113.7', false],
  ['10.1.2.3', '10.0.0.0/15', true],
  ['10.2.2.3', '10.0.0.0/15', false],
  // The bits behind the prefix do not count.
  ['203.0.113.7', '203.0.113.99/24', true],
  ['255.255.255.255', '0.0.0.0/0', true],
  ['10.0.0.0/16', '10.0.0.0/8', true],
  ['10.0.0.0/8', '10.0.0.0/16', false],
  ['2001:db8:1234:5678::1', '2001:DB8:1234:5678::/64', true],
  ['2001:db8:1234:5679::1', '2001:DB8:1234:5678::/64', false],
  ['::1', '0:0:0:0:0:0:0:1', true],
  ['2001:db8::1', '2001:db8:0:0::1', true],
  ['2001:db8::', '::/0', true],
  ['::ffff:192.0.2.1', '::ffff:c000:201', true],
  ['192.0.2.1', '::/0', false],
  ['::1', '0.0.0.0/0', false],
])('%p lies in %p: %p', (inner, outer, expected) => {
  expect(isWithin(inner, outer)).toBe(expected);
});

it.each([
  '',
  'localhost',
  '10.0.0',
  '10.0.0.0.0',
  '10.0.0.256',
  '10.0.0.01',
  '10.0.0.0/33',
  '10.0.0.0/',
  '10.0.0.0/8/8',
  '10.0.*.0',
  '-1.0.0.0',
  ':',
  ':::',
  '1::2::3',
  '1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:8:9',
  '1:2:3:4:5:6:7::8',
  '12345::',
  'g::',
  '::/129',
  '::10.0.0.256',
  '1.2.3.4::',
])('%p is no address', text => {
  expect(readNetwork(text)).toBeNull();
});
