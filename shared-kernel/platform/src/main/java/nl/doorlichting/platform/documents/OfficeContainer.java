package nl.doorlichting.platform.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Recognises text documents in a zip container, and rejects those with macros, in any spelling of their folder. */
final class OfficeContainer {
    private static final String MIMETYPE = "mimetype";
    private static final String MANIFEST = "META-INF/manifest.xml";
    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final String WORD_PART = "word/document.xml";
    // With ".main+xml", so that a document with macros, whose type has another name, is none of these.
    private static final String WORD_TYPE = DocumentFormat.DOCX.mediaType() + ".main+xml";
    // Folders of an ODT and files of a DOCX that hold programs. Source: ODF 1.3 part 2, section 3; MS-OFFMACRO2.
    private static final Set<String> PROGRAMS = Set.of("basic", "scripts", "vbaproject.bin", "vbadata.xml");
    private static final Set<String> PROGRAM_TYPES = Set.of("macroenabled", "vbaproject", "vbadata");

    private final Map<String, byte[]> parts;

    private OfficeContainer(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    /** ODT or DOCX; empty for every other file. */
    static Optional<DocumentFormat> formatOf(Path file) throws IOException {
        try {
            return new OfficeContainer(StrictZip.read(file, Set.of(MIMETYPE, MANIFEST, CONTENT_TYPES))).format();
        } catch (ZipException | XMLStreamException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    private Optional<DocumentFormat> format() throws XMLStreamException {
        if (!hasPlainNames() || holdsProgram() || isEncrypted()) {
            return Optional.empty();
        }
        if (isOpenDocument()) {
            return Optional.of(DocumentFormat.ODT);
        }
        return isWord() ? Optional.of(DocumentFormat.DOCX) : Optional.empty();
    }

    // Programs differ in what they make of other names, and in whether case counts.
    private boolean hasPlainNames() {
        var folded = new HashSet<String>();
        return parts.keySet().stream().allMatch(name -> isPlain(name) && folded.add(name.toLowerCase(Locale.ROOT)));
    }

    private static boolean isPlain(String name) {
        return name.chars().noneMatch(character -> character == '\\' || Character.isISOControl(character))
                && !name.isEmpty()
                && segments(name).noneMatch(segment -> Set.of("", ".", "..").contains(segment));
    }

    private boolean holdsProgram() throws XMLStreamException {
        return parts.keySet().stream().anyMatch(OfficeContainer::isProgram)
                || any(MANIFEST, entry -> isProgram(attribute(entry, "full-path")))
                || any(CONTENT_TYPES, type -> isProgramType(attribute(type, "ContentType")));
    }

    private static boolean isProgram(String path) {
        return segments(path.replace('\\', '/').toLowerCase(Locale.ROOT)).anyMatch(PROGRAMS::contains);
    }

    private static boolean isProgramType(String type) {
        return PROGRAM_TYPES.stream().anyMatch(type.toLowerCase(Locale.ROOT)::contains);
    }

    // What it holds cannot be judged.
    private boolean isEncrypted() throws XMLStreamException {
        return any(MANIFEST, element -> element.getLocalName().equals("encryption-data"));
    }

    private boolean isOpenDocument() {
        return parts.containsKey("content.xml")
                && Arrays.equals(
                        parts.get(MIMETYPE), DocumentFormat.ODT.mediaType().getBytes(StandardCharsets.US_ASCII));
    }

    private boolean isWord() throws XMLStreamException {
        return parts.containsKey(WORD_PART)
                && any(CONTENT_TYPES, type -> attribute(type, "ContentType").equals(WORD_TYPE));
    }

    /** Whether the part is there and an element of it is such; its XML is read as a whole, so that it is sound. */
    private boolean any(String part, Predicate<XMLStreamReader> such) throws XMLStreamException {
        if (!parts.containsKey(part)) {
            return false;
        }
        var xml = reader(parts.get(part));
        var found = false;
        while (xml.hasNext()) {
            var event = xml.next();
            if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new XMLStreamException("a document type");
            }
            found |= event == XMLStreamConstants.START_ELEMENT && such.test(xml);
        }
        return found;
    }

    private static XMLStreamReader reader(byte[] xml) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new ByteArrayInputStream(xml));
    }

    private static String attribute(XMLStreamReader element, String name) {
        return Optional.ofNullable(element.getAttributeValue(null, name)).orElse("");
    }

    private static Stream<String> segments(String path) {
        return Arrays.stream((path.endsWith("/") ? path.substring(0, path.length() - 1) : path).split("/", -1));
    }
}
