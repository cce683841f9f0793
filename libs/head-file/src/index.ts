export { FolderInUse } from './folder-lock.js';
export { HeadCorrupt, HeadFolder } from './head-folder.js';
export { signingKeyFile } from './key-file.js';
