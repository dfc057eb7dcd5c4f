import type { SlotNeeds, SlotProposal } from '@ecs-iam/plugin-ecs-iam-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useId } from 'react';
import { useText } from '../../hooks/useText';
import { isChanged } from '../../needs/diffParts';
import { Banner } from '../Banner';
import { Prose } from '../Prose';
import { ToneText } from '../ToneText';
import { Diff } from './Diff';
import type { Format } from './formats';
import { FormatToggle } from './FormatToggle';
import { PrintedPolicyBox } from './PrintedPolicyBox';

const useStyles = makeStyles(
  theme => ({
    root: {
      display: 'grid',
      gridTemplateColumns: 'minmax(0, 1fr)',
      gap: theme.spacing(1.5),
    },
    title: { fontWeight: 600 },
    notes: { margin: 0, paddingLeft: theme.spacing(2.5) },
    change: {
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      overflow: 'hidden',
    },
    changeTitle: {
      fontWeight: 600,
      padding: theme.spacing(1, 1.5),
      overflowWrap: 'anywhere',
      // The server names a document as within a sentence.
      '&::first-letter': { textTransform: 'uppercase' },
    },
    diff: { borderTop: `1px solid ${theme.palette.divider}` },
    forms: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1),
      marginTop: theme.spacing(0.5),
    },
  }),
  { name: 'EcsIamSlotProposal' },
);

/** The smallest policy for a role in one slot: what it does not know, what changes, and the whole to copy. */
export function SlotProposalBlock(props: {
  needs: SlotNeeds;
  /** Whether all documents of the role could be read: else what does not change may do so all the same. */
  isRead: boolean;
  format: Format;
  onFormat: (format: Format) => void;
}) {
  const { needs, isRead, ...forms } = props;
  const classes = useStyles();
  const t = useText();
  const titleId = useId();
  return (
    <section className={classes.root} aria-labelledby={titleId}>
      <Typography
        id={titleId}
        variant="subtitle1"
        component="h3"
        className={classes.title}
      >
        {t(`slot.${needs.slot}`)}
      </Typography>
      {needs.proposal === null ? (
        <NoProposal unresolved={needs.unresolved} />
      ) : (
        <>
          <Notes title={t('proposal.notes')} notes={needs.proposal.notes} />
          <Changes diff={needs.proposal.diff} isRead={isRead} />
          <Forms
            proposal={needs.proposal}
            isDemanded={needs.permissions.length > 0}
            {...forms}
          />
        </>
      )}
    </section>
  );
}

function NoProposal(props: Pick<SlotNeeds, 'unresolved'>) {
  const t = useText();
  return (
    <Notes
      title={t('proposal.none')}
      notes={props.unresolved.map(({ phrase, why }) =>
        t('proposal.because', { phrase, why }),
      )}
      isAlways
    />
  );
}

/** What is not known. Of nothing, nothing is said. */
function Notes(props: {
  title: string;
  notes: readonly string[];
  isAlways?: boolean;
}) {
  const { title, notes, isAlways = false } = props;
  const classes = useStyles();
  return notes.length === 0 && !isAlways ? null : (
    <Banner isInner tone={isAlways ? 'warning' : 'info'} title={title}>
      {notes.length > 0 && (
        <ul className={classes.notes}>
          {notes.map(note => (
            <li key={note}>
              <Prose text={note} />
            </li>
          ))}
        </ul>
      )}
    </Banner>
  );
}

function Changes(props: Pick<SlotProposal, 'diff'> & { isRead: boolean }) {
  const classes = useStyles();
  const t = useText();
  const changed = props.diff.filter(({ lines }) => isChanged(lines));
  if (changed.length === 0) {
    return props.isRead ? (
      <Typography variant="body2" component="div">
        <ToneText tone="success">{t('proposal.same')}</ToneText>
      </Typography>
    ) : null;
  }
  return (
    <>
      {changed.map(({ title, lines }) => (
        <div key={title} className={classes.change}>
          <Typography
            variant="body2"
            component="h4"
            className={classes.changeTitle}
          >
            {title}
          </Typography>
          <div className={classes.diff}>
            <Diff label={t('proposal.changeOf', { title })} lines={lines} />
          </div>
        </div>
      ))}
    </>
  );
}

function Forms(props: {
  proposal: SlotProposal;
  isDemanded: boolean;
  format: Format;
  onFormat: (format: Format) => void;
}) {
  const { proposal, isDemanded, format, onFormat } = props;
  const classes = useStyles();
  const t = useText();
  return (
    <>
      <div className={classes.forms}>
        <Typography variant="body2" component="h4" className={classes.title}>
          {t('proposal.toCopy')}
        </Typography>
        <FormatToggle format={format} onChange={onFormat} />
      </div>
      {proposal.permissions === null ? (
        <Typography variant="body2">
          {t(isDemanded ? 'proposal.nothingToAdd' : 'proposal.noPermissions')}
        </Typography>
      ) : (
        <PrintedPolicyBox
          kind="permissions"
          policy={proposal.permissions}
          format={format}
        />
      )}
      <PrintedPolicyBox kind="trust" policy={proposal.trust} format={format} />
    </>
  );
}
