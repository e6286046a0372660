// Downloads a file from the address in SOURCE: `node downloadFile.js PATH`.
import { download } from '../../../src/files/download';

void download(process.env.SOURCE!, process.argv[2]);
