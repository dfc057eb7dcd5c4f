export interface Config {
  /** The demo portal. Not part of the plugins. */
  demo?: {
    /**
     * `recorded`: every call to AWS is answered from the recording in the repository, and nothing is contacted.
     * Leave it out to look at accounts of your own.
     */
    fleet?: 'recorded';
  };
}
