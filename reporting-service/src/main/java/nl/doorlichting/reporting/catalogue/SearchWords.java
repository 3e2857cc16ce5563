package nl.doorlichting.reporting.catalogue;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The words of a text, in small letters without accents. All characters but letters and digits separate words, so that no
 * text can contain an operator of the database.
 */
final class SearchWords {
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ACCENTS = Pattern.compile("\\p{Mn}+");
    private static final int MOST = 10;
    private static final int LONGEST = 60;

    private SearchWords() {}

    /** At most ten, because more words hardly ever find an item. */
    static List<String> of(String typed) {
        return Arrays.stream(SEPARATORS.split(plain(typed)))
                .filter(word -> !word.isEmpty())
                .map(word -> word.length() > LONGEST ? word.substring(0, LONGEST) : word)
                .distinct()
                .limit(MOST)
                .toList();
    }

    // Composed again at the end, because scripts without accents have signs of several parts too.
    private static String plain(String text) {
        var parts = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return Normalizer.normalize(ACCENTS.matcher(parts).replaceAll(""), Normalizer.Form.NFC);
    }
}
