import type { Place } from '@ecs-iam/plugin-ecs-iam-common';
import Link from '@material-ui/core/Link';
import { makeStyles } from '@material-ui/core/styles';
import { useText } from '../../hooks/useText';
import { placeOf } from '../Warnings';

const useStyles = makeStyles(
  {
    list: { margin: 0, padding: 0, listStyle: 'none' },
    link: { textAlign: 'left', overflowWrap: 'anywhere' },
  },
  { name: 'EcsIamPlaces' },
);

/** Statements, each a way to its lines in the policy. */
export function Places(props: {
  places: readonly Place[];
  onPlace: (place: Place) => void;
}) {
  const { places, onPlace } = props;
  const classes = useStyles();
  const t = useText();
  return (
    <ul className={classes.list}>
      {places.map(place => (
        <li key={`${place.document} ${place.pointer}`}>
          <Link
            component="button"
            type="button"
            variant="body2"
            className={classes.link}
            onClick={() => onPlace(place)}
          >
            {placeOf(t, { place })}
          </Link>
        </li>
      ))}
    </ul>
  );
}
