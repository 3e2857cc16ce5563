package nl.doorlichting.domain.disclosure;

/**
 * A count as a release shows it.
 *
 * @param best the count, or what it is rounded to; null for a small count, and where nothing could be counted
 * @param lowest what the count is at least; null where that is not shown
 * @param highest what the count is at most; null where that is not shown, or not known
 * @param disclosure null for a count as it is
 */
public record DisclosedCount(Long best, Long lowest, Long highest, CountDisclosure disclosure) {
    /** A count that is not shown because it is small. */
    public static final DisclosedCount SMALL =
            new DisclosedCount(null, KeyedRounding.SMALLEST, KeyedRounding.LARGEST_SMALL, CountDisclosure.SMALL);

    /** Where figures exist and none can be counted. */
    public static final DisclosedCount NOT_COUNTED = new DisclosedCount(null, null, null, null);

    /** The count as it is. */
    public static DisclosedCount exact(long count) {
        return new DisclosedCount(count, count, count, null);
    }

    /** A count that was rounded to this. */
    public static DisclosedCount rounded(long multiple) {
        return new DisclosedCount(multiple, null, null, CountDisclosure.ROUNDED_5);
    }
}
