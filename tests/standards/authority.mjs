// An authority for certificates that can also revoke them and date them in the past, by openssl.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export function authority(folder) {
  mkdirSync(folder, { recursive: true });
  const file = (name) => join(folder, name);
  const openssl = (...args) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  writeFileSync(file('index.txt'), '');
  writeFileSync(file('ca.conf'), [
    '[ca]', 'default_ca = ours', '[ours]', 'database = index.txt', 'new_certs_dir = .',
    'certificate = ca.pem', 'private_key = ca-key.pem', 'rand_serial = yes', 'default_md = sha256',
    'default_days = 2', 'default_crl_days = 2', 'policy = any', 'copy_extensions = copy',
    'unique_subject = no', '[any]', 'commonName = supplied', '',
  ].join('\n'));
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl('req', '-x509', ...key, '-keyout', 'ca-key.pem', '-out', 'ca.pem', '-subj', '/CN=test',
    '-addext', 'basicConstraints=critical,CA:TRUE',
    '-addext', 'keyUsage=critical,keyCertSign,cRLSign');

  return {
    file,
    // Leaves NAME.pem and NAME-key.pem.
    issue(name, extension, dates = []) {
      openssl('req', '-new', ...key, '-keyout', `${name}-key.pem`, '-out', `${name}.request`,
        '-subj', `/CN=${name}`, '-addext', extension);
      openssl('ca', '-batch', '-config', 'ca.conf', '-notext', '-in', `${name}.request`,
        '-out', `${name}.pem`, ...dates);
    },
    revoke(name) {
      openssl('ca', '-config', 'ca.conf', '-revoke', `${name}.pem`);
    },
    // The list of what is revoked by now.
    writeList() {
      openssl('ca', '-config', 'ca.conf', '-gencrl', '-out', 'revoked.crl');
    },
  };
}
