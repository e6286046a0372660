import { createPageReader, type ReaderParts } from '../reader/createPageReader';
import { decodeDetector } from '../reader/detector/detectorBytes';
import type { PageReader } from '../reader/pageReader';
import { fetchFile } from './fetchFile';

const bytesOf = async (path: string): Promise<Uint8Array> =>
  new Uint8Array(await (await fetchFile(path)).arrayBuffer());

/**
 * Loads a page reader in a browser, on the engine that runs there.
 *
 * @param folder the address of its folder, with a slash at the end
 * @throws Error where the server does not answer, or lacks a file
 */
export async function loadReader(folder: string): Promise<PageReader> {
  const [weights, lines, description] = await Promise.all([
    bytesOf(`${folder}weights.bin`),
    bytesOf(`${folder}lines.bin`),
    fetchFile(`${folder}reader.json`),
  ]);
  const { calibration, lineCalibration } = (await description.json()) as ReaderParts;
  return createPageReader({
    folded: decodeDetector(weights),
    lines,
    calibration,
    lineCalibration,
  });
}
