package nl.doorlichting.reporting.imports;

/**
 * What an upload says of itself before its first byte.
 *
 * @param caller subject of the token
 * @param organisation organisation of the token; empty when it names none
 * @param key the Idempotency-Key
 * @param dryRun check only
 */
record ImportRequest(String caller, String organisation, String key, ImportFormat format, boolean dryRun) {
    /** Together with the file, what makes a request the same. */
    String fingerprint() {
        return format + " " + dryRun;
    }
}
