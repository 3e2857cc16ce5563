package nl.doorlichting.platform.documents;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;

/** Cleans the name of a file: every system can store the result, and its ending fits the format. */
final class FileName {
    private static final int LONGEST = 120;
    // Longer than the longest stored name, so that the cut is never visible; it keeps all later steps fast.
    private static final int LONGEST_READ = 1_000;
    private static final String NAMELESS = "document";

    private FileName() {}

    /**
     * The name without folders, without characters that are invisible, turn the direction of text or mean something to
     * a file system, and with an ending of the format. "document" when nothing is left.
     */
    static String of(String sent, DocumentFormat format) {
        var name = Normalizer.normalize(bounded(lastPart(sent == null ? "" : sent)), Normalizer.Form.NFC);
        name = name.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "").replaceAll("[<>:\"|?*]", "_");
        var ending = ending(name, format);
        var stem = name.substring(0, name.length() - (hasEnding(name, format) ? ending.length() : 0));
        return shortened(trimmed(stem)) + ending;
    }

    /** The Content-Disposition of a download, so that no browser shows the file as a page of this site. */
    static String attachment(String name) {
        var plain = name.replaceAll("[^\\x20-\\x7e]", "_").replaceAll("[\"\\\\%]", "_");
        var encoded = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded;
    }

    private static String lastPart(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    // Keeps the end, because it holds the file ending.
    private static String bounded(String name) {
        var half = LONGEST_READ / 2;
        return name.length() <= LONGEST_READ ? name : name.substring(0, half) + name.substring(name.length() - half);
    }

    private static String trimmed(String stem) {
        var from = 0;
        var until = stem.length();
        while (from < until && isEdge(stem.charAt(from))) {
            from++;
        }
        while (until > from && isEdge(stem.charAt(until - 1))) {
            until--;
        }
        return stem.substring(from, until);
    }

    private static boolean isEdge(char character) {
        return character == '.' || character == ' ';
    }

    private static boolean hasEnding(String name, DocumentFormat format) {
        return format.extensions().stream().anyMatch(extension -> endsWith(name, extension));
    }

    private static String ending(String name, DocumentFormat format) {
        return format.extensions().stream()
                .filter(extension -> endsWith(name, extension))
                .map(extension -> name.substring(name.length() - extension.length() - 1))
                .findFirst()
                .orElse("." + format.extensions().get(0));
    }

    private static boolean endsWith(String name, String extension) {
        return name.toLowerCase(Locale.ROOT).endsWith("." + extension);
    }

    // By code points, so that no surrogate pair is split.
    private static String shortened(String stem) {
        if (stem.isEmpty()) {
            return NAMELESS;
        }
        return stem.codePointCount(0, stem.length()) <= LONGEST
                ? stem
                : stem.substring(0, stem.offsetByCodePoints(0, LONGEST));
    }
}
