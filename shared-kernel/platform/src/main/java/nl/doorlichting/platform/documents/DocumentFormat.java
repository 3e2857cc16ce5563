package nl.doorlichting.platform.documents;

import java.util.Arrays;
import java.util.List;

/** A format of stored documents. The content of a file decides its format; its name and declared media type do not. */
public enum DocumentFormat {
    PDF("application/pdf", "pdf"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg");

    private final String mediaType;
    private final List<String> extensions;

    DocumentFormat(String mediaType, String... extensions) {
        this.mediaType = mediaType;
        this.extensions = List.of(extensions);
    }

    /** The media type that it is stored and served with. */
    public String mediaType() {
        return mediaType;
    }

    /** Endings that its files may have, the usual one first. */
    List<String> extensions() {
        return extensions;
    }

    /** The media types of all formats. */
    public static List<String> mediaTypes() {
        return Arrays.stream(values()).map(DocumentFormat::mediaType).toList();
    }
}
