// Preloaded into the web server: a page is made for one reader, who waits while it is compressed, and the framework has
// no setting for how hard it tries. The page of a case takes half the time at this level and is an eighth larger.
import zlib from 'node:zlib';

const LEVEL = 3;
const createGzip = zlib.createGzip;

Object.defineProperty(zlib, 'createGzip', {
  value: (options) => createGzip({ ...options, level: options?.level ?? LEVEL }),
});
