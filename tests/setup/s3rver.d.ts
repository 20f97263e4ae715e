declare module '@20minutes/s3rver' {
  /** A server that speaks S3 over a folder and checks signatures; its one key is `S3RVER`, and so is the secret. */
  export default class S3rver {
    constructor(options: {
      address: string;
      port: number;
      silent: boolean;
      directory: string;
      configureBuckets: { name: string; configs: string[] }[];
    });
    run(): Promise<{ port: number }>;
    close(): Promise<void>;
  }
}
