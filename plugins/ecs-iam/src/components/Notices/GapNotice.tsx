import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import type { AccountGaps } from '../../findings/gapsByAccount';
import { useText } from '../../hooks/useText';
import { ActionButton } from '../ActionButton';
import { Banner } from '../Banner';
import { Prose } from '../Prose';
import { RelativeTime } from '../RelativeTime';
import { Snippet } from '../Snippet';

const useStyles = makeStyles(
  theme => ({
    attach: { marginTop: theme.spacing(1.5) },
    since: { fontWeight: 'normal', color: theme.palette.text.secondary },
  }),
  { name: 'EcsIamGapNotice' },
);

/** What could not be read in an account, since when, and the statements that would let the scan read it. */
export function GapNotice(props: { gaps: AccountGaps }) {
  const { accountId, since, messages, attach } = props.gaps;
  const classes = useStyles();
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <Banner
      tone="warning"
      title={
        <>
          {t('gap.account', { account: accountId })}{' '}
          <span className={classes.since}>
            {t('gap.since', { when: <RelativeTime iso={since} /> })}
          </span>
        </>
      }
      action={
        attach.length > 0 && (
          <ActionButton aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t(isOpen ? 'gap.hideAttach' : 'gap.whatToAttach')}
          </ActionButton>
        )
      }
      below={
        isOpen && (
          <div className={classes.attach}>
            <Typography variant="body2">
              {t('gap.attachHelp', { account: accountId })}
            </Typography>
            {attach.map(statement => (
              <Snippet
                key={statement}
                text={statement}
                label={t('gap.whatToAttach')}
              />
            ))}
          </div>
        )
      }
    >
      {messages.map(message => (
        <div key={message}>
          <Prose text={message} />
        </div>
      ))}
    </Banner>
  );
}
