import type { Place, SlotNeeds } from '@ecs-iam/plugin-ecs-iam-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { type ReactNode, useId } from 'react';
import { useText } from '../../hooks/useText';
import { isEmpty, needSections } from '../../needs/needSections';
import { ExcessRow } from './ExcessRow';
import { NeedRow } from './NeedRow';
import { NeedsSection } from './NeedsSection';
import { excessTone, NeedsSummary } from './NeedsSummary';
import { NeedsTable } from './NeedsTable';
import { UnresolvedRow } from './UnresolvedRow';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(1) },
    title: { fontWeight: 600 },
  }),
  { name: 'EcsIamSlotNeeds' },
);

/** Needed against granted in one slot: what is missing first, what cannot be told last. */
export function SlotNeedsBlock(props: {
  needs: SlotNeeds;
  /** Why it is not known what the role holds. */
  unknown: ReactNode;
  onPlace: (place: Place) => void;
}) {
  const { needs, unknown, onPlace } = props;
  const classes = useStyles();
  const t = useText();
  const titleId = useId();
  const sections = needSections(needs);
  const slot = t(`slot.${needs.slot}`);
  const needKinds = [
    ['missing', 'error'],
    ['tolerated', 'info'],
  ] as const;
  const laterKinds = [
    ['conditional', 'unknown'],
    ['unknown', 'unknown'],
    ['held', 'success'],
  ] as const;
  const openKinds = [
    ['unresolved', 'unknown'],
    ['unseen', 'info'],
  ] as const;
  const needsOf = ([section, tone]:
    | (typeof needKinds)[number]
    | (typeof laterKinds)[number]) => (
    <NeedsSection
      key={section}
      tone={tone}
      title={t(`needs.count.${section}`, { count: sections[section].length })}
      items={sections[section]}
      isQuiet={section === 'held'}
    >
      {need => (
        <NeedRow
          key={keyOf(need)}
          need={need}
          unknown={unknown}
          onPlace={onPlace}
        />
      )}
    </NeedsSection>
  );
  const openOf = ([section, tone]: (typeof openKinds)[number]) => (
    <NeedsSection
      key={section}
      tone={tone}
      title={t(`needs.count.${section}`, { count: sections[section].length })}
      items={sections[section]}
    >
      {need => (
        <UnresolvedRow
          key={`${need.phrase} ${need.because.serviceArn} ${need.because.revision} ${need.because.field}`}
          need={need}
        />
      )}
    </NeedsSection>
  );
  return (
    <section className={classes.root} aria-labelledby={titleId}>
      <Typography
        id={titleId}
        variant="subtitle1"
        component="h3"
        className={classes.title}
      >
        {slot}
      </Typography>
      {isEmpty(sections) ? (
        <Typography variant="body2">
          {t(needs.required === false ? 'needs.notRequired' : 'needs.nothing')}
        </Typography>
      ) : (
        <NeedsSummary sections={sections} />
      )}
      {!needs.closed && (
        <Typography variant="body2" color="textSecondary">
          {t('needs.open')}
        </Typography>
      )}
      {!isEmpty(sections) && (
        <NeedsTable caption={t('needs.caption', { slot })}>
          {needKinds.map(needsOf)}
          <NeedsSection
            tone={excessTone(sections)}
            title={t('needs.count.excess', { count: sections.excess.length })}
            items={sections.excess}
          >
            {excess => (
              <ExcessRow
                key={`${excess.kind} ${excess.place?.document} ${
                  excess.place?.pointer
                } ${excess.actions.join()}`}
                excess={excess}
                onPlace={onPlace}
              />
            )}
          </NeedsSection>
          {laterKinds.map(needsOf)}
          {openKinds.map(openOf)}
        </NeedsTable>
      )}
    </section>
  );
}

function keyOf({
  actions,
  resources,
}: SlotNeeds['permissions'][number]): string {
  return [...actions, ...resources].join(' ');
}
