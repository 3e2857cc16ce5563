package nl.doorlichting.reporting.imports;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.texts.Text;

/** Formats of a file of observations. */
public enum ImportFormat {
    /** Comma-separated values under a line with the names of the columns. */
    CSV("text/csv"),
    /** One JSON object on each line. */
    NDJSON("application/x-ndjson");

    private static final Pattern CHARSET = Pattern.compile(";\\s*+charset\\s*+=\\s*+\"?+([^\";\\s]*+)");

    private final String mediaType;

    ImportFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The format of this content type; 415 naming the encoding when it is not UTF-8. */
    static ImportFormat of(String contentType) {
        var type = Optional.ofNullable(contentType).orElse("").toLowerCase(Locale.ROOT);
        for (var charset = CHARSET.matcher(type); charset.find(); ) {
            if (!charset.group(1).equals("utf-8") && !charset.group(1).equals("us-ascii")) {
                throw refused(Text.of("import.other-charset", charset.group(1)));
            }
        }
        for (var format : values()) {
            if (type.split(";", -1)[0].strip().equals(format.mediaType)) {
                return format;
            }
        }
        throw refused(Text.of("import.media-type"));
    }

    private static ProblemException refused(Text detail) {
        return ProblemException.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, detail);
    }
}
