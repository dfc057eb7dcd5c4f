import { mockServices } from '@backstage/backend-test-utils';
import { defaultSettings, rules } from '@ecs-iam/iam-analysis';
import type { AnyRule } from '@ecs-iam/iam-analysis';
import { FixtureCollector } from '../testSupport/FixtureCollector';
import { AnalysisExtensions } from './AnalysisExtensions';
import { CollectExtensions } from './CollectExtensions';

const rule: AnyRule = {
  id: 'own.rule',
  title: 'A rule of a module',
  severity: 'low',
  about: 'role',
  slots: ['task'],
  needs: [],
  docs: { why: '', fix: '', leaveIt: '', links: [] },
  messages: {},
  check: () => [],
};

describe('AnalysisExtensions', () => {
  it('adds rules to those of the project', () => {
    const logger = mockServices.logger.mock();
    const extensions = AnalysisExtensions.create();
    extensions.addRules(rule);
    const settings = {
      ...defaultSettings,
      rules: { 'own.rule': { enabled: false } },
    };
    expect(extensions.rulesFor(settings, logger)).toEqual([...rules, rule]);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('refuses a second rule of the same id', () => {
    const extensions = AnalysisExtensions.create();
    extensions.addRules(rule);
    expect(() => extensions.addRules(rule)).toThrow("'own.rule'");
  });

  it('warns of settings for a rule that does not exist', () => {
    const logger = mockServices.logger.mock();
    AnalysisExtensions.create().rulesFor(
      { ...defaultSettings, rules: { 'own.rule': { enabled: false } } },
      logger,
    );
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringContaining("ecsIam.analysis.rules['own.rule']"),
    );
  });
});

describe('CollectExtensions', () => {
  const options = { endpoint: undefined, logger: mockServices.logger.mock() };
  const config = mockServices.rootConfig();

  it('takes the collector of a module', () => {
    const extensions = CollectExtensions.create();
    const collector = FixtureCollector.create();
    extensions.setCollector(collector);
    expect(extensions.collector(config, options)).toBe(collector);
  });

  it('refuses a second collector, and a second access', () => {
    const extensions = CollectExtensions.create();
    const access = {
      clientConfig: async () => ({
        credentials: async () => ({ accessKeyId: '', secretAccessKey: '' }),
      }),
    };
    extensions.setCollector(FixtureCollector.create());
    extensions.setAwsAccess(access);
    expect(() => extensions.setCollector(FixtureCollector.create())).toThrow(
      'replaced already',
    );
    expect(() => extensions.setAwsAccess(access)).toThrow('replaced already');
  });
});
