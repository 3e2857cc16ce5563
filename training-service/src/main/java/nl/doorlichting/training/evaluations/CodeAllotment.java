package nl.doorlichting.training.evaluations;

/**
 * How many codes a session has.
 *
 * @param heads people who came, as the latest count states them: of a range its upper bound; null where no number is stated
 * @param given codes given
 * @param ofTrainer whether the caller is a trainer of the session
 */
record CodeAllotment(Long heads, long given, boolean ofTrainer) {
    /** Codes that are not given yet. */
    int left() {
        return heads == null ? 0 : Math.toIntExact(Math.max(0, Math.min(heads - given, Integer.MAX_VALUE)));
    }
}
