import { useApi } from '@backstage/frontend-plugin-api';
import type { EcsIamApi, Scan } from '@ecs-iam/plugin-ecs-iam-common';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ecsIamApiRef } from '../api';
import { errorMessage, statusOf } from '../failures/failure';

/** What there is to say about a scan that was asked for. */
export type ScanNotice =
  | { kind: 'finished' | 'partial' | 'slow' }
  | {
      kind: 'failed' | 'start-failed' | 'cool-down' | 'lost';
      reason: string;
    };

/** A scan of an entity: whether one runs, how far it is, and how to start one. */
export type ScanControl = Readonly<{
  scan: Scan | null;
  isRunning: boolean;
  notice: ScanNotice | null;
  start: () => void;
}>;

const interval = 2_000;
/** Ten minutes. A page that is left open must not ask for ever. */
const maxPolls = 300;
const maxFailures = 3;

/**
 * Starts scans of an entity and follows them to their end. A scan that is under way when the page opens is followed too.
 *
 * @param options - `underWay`: the scan that the server says is running; `onFinished`: called when new facts are there
 * @returns the state of the scan
 */
export function useScan(options: {
  entityRef: string;
  underWay: Scan | null;
  onFinished: () => void;
}): ScanControl {
  const { entityRef, underWay, onFinished } = options;
  const api = useApi(ecsIamApiRef);
  const [scan, setScan] = useState(underWay);
  const [isStarting, setStarting] = useState(false);
  const [notice, setNotice] = useState<ScanNotice | null>(null);

  useEffect(() => {
    if (underWay !== null) {
      setScan(underWay);
    }
  }, [underWay]);

  const finished = useRef(onFinished);
  useEffect(() => {
    finished.current = onFinished;
  }, [onFinished]);

  const settle = useCallback((last: Scan | null, end: ScanNotice) => {
    setScan(last);
    setNotice(end);
    if (changesFacts(end)) {
      finished.current();
    }
  }, []);

  const scanId = scan !== null && isUnderWay(scan) ? scan.id : null;
  useEffect(
    () => (scanId === null ? undefined : follow(api, scanId, setScan, settle)),
    [api, scanId, settle],
  );

  const start = useCallback(() => {
    setStarting(true);
    setNotice(null);
    api
      .startScan({ entityRef })
      .then(
        started =>
          isUnderWay(started)
            ? setScan(started)
            : settle(started, noticeOf(started)),
        error =>
          setNotice({
            kind: statusOf(error) === 409 ? 'cool-down' : 'start-failed',
            reason: errorMessage(error),
          }),
      )
      .finally(() => setStarting(false));
  }, [api, entityRef, settle]);

  return { scan, isRunning: isStarting || scanId !== null, notice, start };
}

/** Asks for the scan again and again until it ends. Returns what stops the asking. */
function follow(
  api: EcsIamApi,
  id: string,
  onProgress: (scan: Scan) => void,
  onEnd: (last: Scan | null, end: ScanNotice) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout>;
  let stopped = false;

  const poll = async (polls: number, failures: number) => {
    const outcome = await ask(api, id);
    if (stopped) {
      return;
    }
    const failed = 'error' in outcome ? failures + 1 : 0;
    if ('error' in outcome && failed === maxFailures) {
      onEnd(null, { kind: 'lost', reason: errorMessage(outcome.error) });
      return;
    }
    if ('scan' in outcome && !isUnderWay(outcome.scan)) {
      onEnd(outcome.scan, noticeOf(outcome.scan));
      return;
    }
    if (polls === maxPolls) {
      onEnd(null, { kind: 'slow' });
      return;
    }
    if ('scan' in outcome) {
      onProgress(outcome.scan);
    }
    timer = setTimeout(() => poll(polls + 1, failed), interval);
  };

  timer = setTimeout(() => poll(1, 0), interval);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}

async function ask(
  api: EcsIamApi,
  id: string,
): Promise<{ scan: Scan } | { error: unknown }> {
  try {
    return { scan: await api.getScan(id) };
  } catch (error) {
    return { error };
  }
}

function isUnderWay({ state }: Scan): boolean {
  return state === 'queued' || state === 'running';
}

function changesFacts({ kind }: ScanNotice): boolean {
  return kind === 'finished' || kind === 'partial' || kind === 'failed';
}

function noticeOf(scan: Scan): ScanNotice {
  switch (scan.state) {
    case 'partial':
      return { kind: 'partial' };
    case 'failed':
      return {
        kind: 'failed',
        reason: scan.targets
          .flatMap(({ accountId, region, error }) =>
            error ? [`${accountId} ${region}: ${error}`] : [],
          )
          .join(' '),
      };
    default:
      return { kind: 'finished' };
  }
}
