/** The settings that a worker process reads; every service's configuration holds them. */
export interface WorkerConfig {
  readonly host: string;
  /** Port of /livez and /readyz; 0 takes a free one. */
  readonly workerPort: number;
  /** Connection string of the role `<service>_worker`. */
  readonly workerDatabaseUrl: string;
  /** `host:port` each. */
  readonly kafkaBrokers: readonly string[];
  /** Copies of each partition of a topic that has to be created; 1 unless the cluster has three brokers. */
  readonly kafkaReplication?: number;
  /** File of the movable clock; absent outside demo and test. */
  readonly clockFile: string | undefined;
  readonly logLevel: string;
}
