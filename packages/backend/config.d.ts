export interface Config {
  /** The demo portal. Not part of the plugins. */
  demo?: {
    /**
     * `recorded`: every call to AWS is answered from the recording in the repository, and nothing is contacted.
     * `aws` (the default): AWS is asked. With `ecsIam.endpoint`, that server is asked in either case.
     */
    fleet?: 'recorded' | 'aws';
  };
}
