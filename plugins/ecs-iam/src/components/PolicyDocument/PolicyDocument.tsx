import type { Finding, PolicyView } from '@ecs-iam/plugin-ecs-iam-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useId } from 'react';
import { useText } from '../../hooks/useText';
import { Banner } from '../Banner';
import { CopyButton } from '../CopyButton';
import { ExternalLink } from '../ExternalLink';
import { Unknown } from '../Known';
import { Prose } from '../Prose';
import { CodeView } from './CodeView';

const useStyles = makeStyles(
  theme => ({
    root: {
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      overflow: 'hidden',
    },
    head: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1.5),
      padding: theme.spacing(1, 1.5),
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    name: { fontWeight: 600, overflowWrap: 'anywhere' },
    kind: { flex: '1 1 auto' },
    body: { padding: theme.spacing(1.5) },
    fault: { padding: theme.spacing(1.5, 1.5, 0) },
  }),
  { name: 'EcsIamPolicyDocument' },
);

/** A policy: what it is, and its document with the offending statements marked. */
export function PolicyDocument(props: {
  policy: PolicyView;
  findings: readonly Finding[];
  selectedFindingId: string | null;
  /** Index of the statement that the address points at. */
  selectedStatement: number | null;
  onShowFinding: (id: string) => void;
  onShowNeeds: () => void;
}) {
  const { policy, findings, ...selection } = props;
  const classes = useStyles();
  const t = useText();
  const titleId = useId();
  const { document } = policy;
  const kind = [
    t(`policy.${policy.kind}`),
    policy.versionId && t('policy.version', { version: policy.versionId }),
  ].filter(Boolean);
  return (
    <section className={classes.root} aria-labelledby={titleId}>
      <div className={classes.head}>
        <Typography
          id={titleId}
          variant="body1"
          component="h3"
          className={classes.name}
        >
          {policy.name}
        </Typography>
        <Typography
          variant="body2"
          component="div"
          color="textSecondary"
          className={classes.kind}
        >
          {kind.join(' · ')}
        </Typography>
        {policy.consoleUrl && (
          <Typography variant="body2" component="span">
            <ExternalLink
              to={policy.consoleUrl}
              label={t('service.consoleOf', { name: policy.name })}
            >
              {t('service.console')}
            </ExternalLink>
          </Typography>
        )}
        {document.known && (
          <CopyButton text={document.value.text} label={t('copy.document')} />
        )}
      </div>
      {document.known ? (
        <>
          {document.value.faults.length > 0 && (
            <div className={classes.fault}>
              <Banner isInner tone="error" title={t('policy.doesNotParse')}>
                {document.value.faults.map(({ at, message }) => (
                  <div key={`${at} ${message}`}>
                    <Prose text={t('policy.fault', { at, message })} />
                  </div>
                ))}
              </Banner>
            </div>
          )}
          <CodeView
            label={t('policy.document', { name: policy.name })}
            document={document.value}
            findings={findings}
            {...selection}
          />
        </>
      ) : (
        <Typography variant="body2" component="div" className={classes.body}>
          <div>{t('policy.documentNotRead')}</div>
          <Unknown because={document.because} needs={document.needs} />
        </Typography>
      )}
    </section>
  );
}
