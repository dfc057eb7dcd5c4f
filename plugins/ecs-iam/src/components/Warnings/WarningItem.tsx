import type { Finding } from '@ecs-iam/plugin-ecs-iam-common';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import ExpandIcon from '@material-ui/icons/ExpandMore';
import clsx from 'clsx';
import { useEffect, useId, useRef, useState } from 'react';
import { quietOnTint } from '../../appearance/contrast';
import type { FindingGroup } from '../../findings/groups';
import { type Text, useText } from '../../hooks/useText';
import { Prose } from '../Prose';
import { SeverityBadge } from '../Severity';
import { accountOf } from './accountOf';
import { WarningDetails } from './WarningDetails';
import type { PlaceActions } from './WarningList';

const useStyles = makeStyles(
  theme => ({
    root: { borderTop: `1px solid ${theme.palette.divider}` },
    summary: {
      display: 'grid',
      gridTemplateColumns: '92px minmax(0, 1fr) 24px',
      gap: theme.spacing(0.5, 1.5),
      alignItems: 'start',
      width: '100%',
      padding: theme.spacing(1.25, 2),
      textAlign: 'left',
      font: 'inherit',
      fontSize: theme.typography.pxToRem(14),
      lineHeight: 1.5,
      '&:hover, &:focus-visible': {
        backgroundColor: theme.palette.action.hover,
      },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.primary.main}`,
        outlineOffset: -2,
      },
      [theme.breakpoints.down('xs')]: {
        gridTemplateColumns: 'minmax(0, 1fr) 24px',
      },
    },
    severity: { [theme.breakpoints.down('xs')]: { gridColumn: 1 } },
    words: {
      minWidth: 0,
      [theme.breakpoints.down('xs')]: { gridColumn: '1 / -1', gridRow: 2 },
    },
    title: { display: 'block', fontWeight: 600, overflowWrap: 'anywhere' },
    message: { display: 'block', overflowWrap: 'anywhere' },
    quiet: { color: quietOnTint(theme) },
    more: {
      color: quietOnTint(theme),
      fontWeight: 400,
    },
    about: {
      display: 'block',
      color: quietOnTint(theme),
      fontSize: theme.typography.pxToRem(12),
    },
    arrow: {
      color: theme.palette.text.secondary,
      transition: 'transform 150ms',
      '@media (prefers-reduced-motion: reduce)': { transition: 'none' },
    },
    open: { transform: 'rotate(180deg)' },
    details: {
      padding: theme.spacing(0.5, 2, 2),
      [theme.breakpoints.up('sm')]: {
        // Under the message, beside the column of severities.
        paddingLeft: theme.spacing(2) + 92 + theme.spacing(1.5),
      },
    },
  }),
  { name: 'EcsIamWarningItem' },
);

/**
 * A warning: its message, and how many more say the same; opened, where, why and fix. One that the address points at
 * opens and takes the focus.
 */
export function WarningItem(
  props: Readonly<{
    group: FindingGroup;
    isSelected: boolean;
    withAccount: boolean;
  }> &
    PlaceActions,
) {
  const { group, isSelected, withAccount, ...actions } = props;
  const { lead: finding, findings } = group;
  const classes = useStyles();
  const t = useText();
  const [isOpen, setOpen] = useState(isSelected);
  const detailsId = useId();
  const summary = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (isSelected) {
      setOpen(true);
      summary.current?.focus();
    }
  }, [isSelected]);

  const isQuiet = finding.state !== 'active';
  const about = [
    finding.roleName ?? t('warnings.noRole'),
    withAccount && t('known.inAccount', { account: accountOf(finding) }),
    t(`slot.${finding.slot}`),
    finding.place?.documentName,
    isQuiet && stateOf(t, finding),
  ].filter(Boolean);
  const more = findings.length - 1;

  return (
    <li className={classes.root}>
      <ButtonBase
        ref={summary}
        disableRipple
        className={classes.summary}
        aria-expanded={isOpen}
        aria-controls={isOpen ? detailsId : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <span className={classes.severity}>
          <SeverityBadge severity={finding.severity} quiet={isQuiet} />
        </span>
        <span className={classes.words}>
          <span className={clsx(classes.title, isQuiet && classes.quiet)}>
            <Prose text={finding.title} />
            {more > 0 && (
              <span className={classes.more}>
                {' '}
                {t('warnings.moreAlike', { count: more })}
              </span>
            )}
          </span>
          <span className={clsx(classes.message, isQuiet && classes.quiet)}>
            <Prose text={finding.message} />
          </span>
          <span className={classes.about}>{about.join(' · ')}</span>
        </span>
        <ExpandIcon
          aria-hidden
          className={clsx(classes.arrow, isOpen && classes.open)}
        />
      </ButtonBase>
      {isOpen && (
        <div id={detailsId} className={classes.details}>
          <WarningDetails group={group} {...actions} />
        </div>
      )}
    </li>
  );
}

function stateOf(t: Text, { state, mitigatedBy }: Finding): string {
  return mitigatedBy === null
    ? t(`state.${state}`)
    : t('warnings.mitigatedShort', { what: t(`mitigation.${mitigatedBy}`) });
}
