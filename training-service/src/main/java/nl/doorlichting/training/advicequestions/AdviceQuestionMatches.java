package nl.doorlichting.training.advicequestions;

import java.util.List;

/**
 * Questions for advice that contain a text.
 *
 * @param items at most 200, the newest first
 * @param complete false where more questions contain the text, or where there were more than 5,000 to look through, of
 *     which the newest were; other filters make them fewer
 */
public record AdviceQuestionMatches(List<AdviceQuestionResponse> items, boolean complete) {
    static final int MOST_ITEMS = 200;
    static final int MOST_READ = 5_000;
}
