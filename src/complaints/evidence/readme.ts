/** What the page says of the bundle that it lies in. */
export interface AboutBundle {
  reference: string;
  /** The name of the log. */
  origin: string;
  /** Entries in the log. */
  size: number;
  entries: number;
  omitted: number;
  exportedAt: Date;
}

/** The page in the bundle: what is in it, and how to check it with tools of others. Static, without any script. */
export function readme({ reference, origin, size, entries, omitted, exportedAt }: AboutBundle): string {
  const facts: [string, string][] = [
    ['Complaint', reference],
    ['Taken away', exportedAt.toISOString()],
    ['Log', origin],
    ['Entries in the log', String(size)],
    ['Entries of the complaint', String(entries)],
    ['Internal notes left out', String(omitted)],
  ];
  const rows = facts.map(
    ([name, value]) => `<tr><th scope="row">${name}</th><td>${escaped(value)}</td></tr>`,
  );
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Evidence of ${escaped(reference)}</title>
<style>body{font:1rem/1.5 sans-serif;max-width:48rem;margin:2rem auto;padding:0 1rem}
pre{background:#f3f3f3;padding:.75rem;overflow:auto}th{text-align:left;padding-right:1rem}</style></head>
<body>
<h1>Evidence of ${escaped(reference)}</h1>
<table>${rows.join('')}</table>
${WORDS}
</body>
</html>
`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** Climbs from the bytes of an entry to the root, by RFC 9162, 2.1.3.2. */
const CLIMB = `position=1   # of the entry
hash() { openssl dgst -sha256 -binary | base64; }
node=$((position - 1)); last=$(($(sed -n 2p checkpoint.txt) - 1))
root=$( (printf '\\000'; cat entries/$position.json) | hash )
for next in $(sed -n '3,/^$/p' entries/$position.tlog-proof); do
  if [ $((node % 2)) = 1 ] || [ $node = $last ]; then
    root=$( (printf '\\001'; echo $next | base64 -d; echo $root | base64 -d) | hash )
    while [ $((node % 2)) = 0 ] && [ $node != 0 ]; do node=$((node / 2)); last=$((last / 2)); done
  else
    root=$( (printf '\\001'; echo $root | base64 -d; echo $next | base64 -d) | hash )
  fi
  node=$((node / 2)); last=$((last / 2))
done
echo $root; sed -n 3p checkpoint.txt   # the two lines are equal`;

const SIGNATURE = `head -3 checkpoint.txt | cmp - by-hand/checkpoint-text.txt
openssl pkeyutl -verify -pubin -inkey by-hand/public-key.pem -rawin \\
  -in by-hand/checkpoint-text.txt -sigfile by-hand/signature.bin`;

const WORDS = `
<h2>What is in it</h2>
<ul>
<li><code>complaint.json</code>: the complaint as the service shows it. For reading; it proves nothing.</li>
<li><code>entries.ndjson</code>: what happened, an entry a line, in order, with the personal values filled in.</li>
<li><code>entries/&lt;position&gt;.json</code>: the exact bytes of each entry, as they were sealed (RFC 8785).</li>
<li><code>entries/&lt;position&gt;.tlog-proof</code>: the proof that they stand in the log (c2sp.org/tlog-proof).</li>
<li><code>values.ndjson</code>: the personal values, each with the salt that opens its commitment in the bytes;
<code>erased</code> ones are gone for good, <code>withheld</code> ones are not for whoever took this away.</li>
<li><code>checkpoint.txt</code>: what was signed about the log (C2SP tlog-checkpoint in a signed note).</li>
<li><code>keys.txt</code>: the public keys of the log, the one in use last. <code>by-hand/</code>: the same
signature and key in forms that openssl reads.</li>
</ul>
<h2>Check it with the small program of the service</h2>
<pre>npm run --silent verify -- bundle.zip --key key.txt</pre>
<p>It needs no server and no database. <code>key.txt</code> is the public key as you have it from elsewhere, for example
from an earlier visit: a key that comes with the bundle only shows that the bundle agrees with itself.</p>
<h2>Check it without any program of ours</h2>
<h3 id="signature">The signature of the checkpoint</h3>
<pre id="signature-commands">${escaped(SIGNATURE)}</pre>
<h3 id="inclusion">That an entry stands in the log</h3>
<pre id="inclusion-commands">${escaped(CLIMB)}</pre>
<h3 id="values">That a personal value is the one that was written</h3>
<p>In the bytes stands <code>{"commitment":"&lt;base64url&gt;"}</code>: SHA-256 over five parts, each after its
length as four bytes, big-endian: <code>amends/v1/value</code>; the id of the entry; the pointer; the salt (32 bytes);
the value as canonical JSON (RFC 8785).</p>
<h2>What it does not show</h2>
<ul>
<li>That nothing is missing: an entry that is not in the bundle is not missed by the proofs. Every write raises
<code>complaintVersion</code> by one, so that a gap in the versions is a hint.</li>
<li>That a value had to be erased or withheld: the bundle says so.</li>
<li>Whether what people wrote is true. The log shows who wrote it, and when.</li>
</ul>`;
