import { proposed } from '../proposedPolicy.cases';
import { diffLines } from './diffLines';
import { diffPolicies, printDiff } from './diffPolicies';

const signs = { kept: ' ', removed: '-', added: '+' };

describe('diffLines', () => {
  it.each([
    ['nothing', '', '', []],
    ['the same', 'ab', 'ab', [' a', ' b']],
    ['a line more', 'ac', 'abc', [' a', '+b', ' c']],
    ['a line less', 'abc', 'ac', [' a', '-b', ' c']],
    ['another line', 'abc', 'axc', [' a', '-b', '+x', ' c']],
    ['everything new', '', 'ab', ['+a', '+b']],
    ['everything gone', 'ab', '', ['-a', '-b']],
    ['one of two that are alike', 'aa', 'a', [' a', '-a']],
    [
      'as many kept as can be',
      'abcabba',
      'cbabac',
      ['-a', '-b', ' c', '-a', ' b', '+a', ' b', ' a', '+c'],
    ],
  ])('tells %s', (_, before, after, expected) => {
    const lines = diffLines([...before], [...after]);
    expect(lines.map(({ kind, text }) => `${signs[kind]}${text}`)).toEqual(
      expected,
    );
  });
});

const read = { Effect: 'Allow', Action: 's3:GetObject', Resource: '*' };
const write = { Effect: 'Allow', Action: 's3:PutObject', Resource: '*' };

describe('diffPolicies', () => {
  it('tells which policies change, go and come', () => {
    const before = [
      proposed([read], 'same'),
      proposed([read], 'app'),
      proposed([read], 'gone'),
    ];
    const after = [
      proposed([read], 'new'),
      proposed([write], 'app'),
      proposed([read], 'same'),
    ];
    expect(
      diffPolicies(before, after).map(({ id, name, change }) => [
        id,
        name,
        change,
      ]),
    ).toEqual([
      ['inline:same', 'same', 'kept'],
      ['inline:app', 'app', 'changed'],
      ['inline:gone', 'gone', 'removed'],
      ['inline:new', 'new', 'added'],
    ]);
  });
});

describe('printDiff', () => {
  it('prints what changes with three lines around it', () => {
    const before = [proposed([read, read, write])];
    const after = [proposed([{ ...read, Sid: 'Read' }, read])];
    expect(printDiff(diffPolicies(before, after))).toBe(`--- app (today)
+++ app (proposed)
@@ -2,6 +2,7 @@
   "Version": "2012-10-17",
   "Statement": [
     {
+      "Sid": "Read",
       "Effect": "Allow",
       "Action": "s3:GetObject",
       "Resource": "*"
@@ -9,11 +10,6 @@
     {
       "Effect": "Allow",
       "Action": "s3:GetObject",
-      "Resource": "*"
-    },
-    {
-      "Effect": "Allow",
-      "Action": "s3:PutObject",
       "Resource": "*"
     }
   ]
`);
  });

  it('prints a new policy and one that goes in whole', () => {
    const gone = proposed([], 'gone');
    const come = proposed([], 'new');
    expect(printDiff(diffPolicies([gone], [come]))).toBe(`--- gone (today)
+++ gone (proposed)
@@ -1,4 +0,0 @@
-{
-  "Version": "2012-10-17",
-  "Statement": []
-}
--- new (today)
+++ new (proposed)
@@ -0,0 +1,4 @@
+{
+  "Version": "2012-10-17",
+  "Statement": []
+}
`);
  });

  it('prints nothing when nothing changes', () => {
    expect(
      printDiff(diffPolicies([proposed([read])], [proposed([read])])),
    ).toBe('');
  });
});
