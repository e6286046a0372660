// Downloads a file from the address in SOURCE: `node downloadFile.js PATH`.
import { download } from '../../files/download';

void download(process.env.SOURCE!, process.argv[2]);
