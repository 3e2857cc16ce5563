package nl.doorlichting.platform.documents;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.doorlichting.platform.testing.files.TestDocuments;
import nl.doorlichting.platform.testing.time.ProcessorTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class DocumentContentTest {
    private static final String WORD = DocumentFormat.DOCX.mediaType();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(DocumentFormat.class)
    void detectsEachFormat(DocumentFormat format) throws IOException {
        assertEquals(Optional.of(format), formatOf(TestDocuments.of(format)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "%PD", "<html>", "MZ", "#!/bin/sh", "GIF89a", "PK", "PK\u0003\u0004broken", "\n%PDF-1.7"})
    void detectsNoOtherFormat(String content) throws IOException {
        assertEquals(Optional.empty(), formatOf(content.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void rejectsOtherContainers() throws IOException {
        assertEquals(Optional.empty(), formatOf(zip("a.txt", "x")));
        assertEquals(Optional.empty(), formatOf(zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet")));
        assertEquals(Optional.empty(), formatOf(zip("mimetype", DocumentFormat.ODT.mediaType())));
        assertEquals(Optional.empty(), formatOf(zip("[Content_Types].xml", "\"" + WORD + ".main+xml\"")));
        var macros = "\"application/vnd.ms-word.document.macroEnabled.main+xml\"";
        assertEquals(Optional.empty(), formatOf(zip("[Content_Types].xml", macros, "word/document.xml", "x")));
    }

    @Test
    void rejectsDecompressionBomb() throws IOException {
        assertEquals(Optional.empty(), formatOf(TestDocuments.zip(this::bomb)));
        assertEquals(Optional.empty(), formatOf(TestDocuments.zip(DocumentContentTest::manyParts)));
        var long1 = TestDocuments.wordTypes("<!--" + "x".repeat(2 << 20) + "-->");
        assertEquals(Optional.empty(), formatOf(zip("[Content_Types].xml", long1, "word/document.xml", "x")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Basic/Standard/Module1.xml",
                "basic/x",
                "BASIC/",
                "Scripts/python/x.py",
                "scripts/x",
                "Object 1/Basic/x",
                "./Basic/x",
                "a/../Basic/x",
                "Basic\\x",
                "/Basic/x",
                "word//x",
                "word/vbaProject.bin",
                "word/VBAPROJECT.BIN",
                "word/vbaData.xml",
                "a\u0000b",
            })
    void rejectsMacrosAndDeceptiveNames(String name) throws IOException {
        assertEquals(Optional.empty(), formatOf(office(DocumentFormat.ODT, name, "x")));
        assertEquals(Optional.empty(), formatOf(office(DocumentFormat.DOCX, name, "x")));
    }

    @Test
    void rejectsNamesThatDifferByCaseOnly() throws IOException {
        assertEquals(Optional.empty(), formatOf(office(DocumentFormat.ODT, "Mimetype", "x")));
        assertEquals(Optional.empty(), formatOf(office(DocumentFormat.DOCX, "[content_types].xml", "<x/>")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<m><e xmlns:m='m' m:full-path='Basic/'/></m>",
                "<m><e xmlns:m='m' m:full-path='&#66;asic/script-lc.xml'/></m>",
                "<m><e full-path='scripts\\x'/></m>",
                "<m><encryption-data/></m>",
                "<!DOCTYPE m [<!ENTITY b 'Basic/'>]><m><e full-path='&b;'/></m>",
                "<m>",
                "<m/><m/>",
                "",
            })
    void rejectsManifestWithMacrosOrErrors(String manifest) throws IOException {
        var plain = office(DocumentFormat.ODT, "META-INF/manifest.xml", "<m><e full-path='content.xml'/></m>");
        assertEquals(Optional.of(DocumentFormat.ODT), formatOf(plain));
        assertEquals(Optional.empty(), formatOf(office(DocumentFormat.ODT, "META-INF/manifest.xml", manifest)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Override ContentType='application/vnd.ms-word.document.macroEnabled.main+xml'/>",
                "<Override ContentType='application/vnd.ms-word.document.MACRO&#69;nabled.main+xml'/>",
                "<Default Extension='bin' ContentType='application/vnd.ms-office.vbaProject'/>",
            })
    void rejectsMacroContentTypes(String type) throws IOException {
        assertEquals(
                Optional.empty(),
                formatOf(zip("[Content_Types].xml", TestDocuments.wordTypes(type), "word/document.xml", "x")));
        var commented = "<Types><!--\"" + WORD + ".main+xml\"-->" + type.replace('\'', '"') + "</Types>";
        assertEquals(Optional.empty(), formatOf(zip("[Content_Types].xml", commented, "word/document.xml", "x")));
    }

    @Test
    void acceptsEachWayOfPacking() throws IOException {
        assertEquals(Optional.of(DocumentFormat.ODT), formatOf(stored()));
        var folders = TestDocuments.zip(zip -> {
            TestDocuments.part(zip, "mimetype", DocumentFormat.ODT.mediaType());
            TestDocuments.part(zip, "Configurations2/", "");
            TestDocuments.part(zip, "Pictures/\u00e9.png", "x".repeat(200_000));
            TestDocuments.part(zip, "content.xml", "x");
        });
        assertEquals(Optional.of(DocumentFormat.ODT), formatOf(folders));
    }

    private static byte[] stored() {
        return TestDocuments.zip(zip -> {
            zip.setMethod(ZipOutputStream.STORED);
            var names = List.of("mimetype", "content.xml");
            for (var name : names) {
                var content = DocumentFormat.ODT.mediaType().getBytes(StandardCharsets.US_ASCII);
                var crc = new CRC32();
                crc.update(content);
                var part = new ZipEntry(name);
                part.setSize(content.length);
                part.setCrc(crc.getValue());
                zip.putNextEntry(part);
                zip.write(content);
            }
        });
    }

    /** Each of these overwrites bytes in the directory or in a part, so that the two disagree. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "encrypted in the directory, CENTRAL, 8, 0x0009",
        "encrypted in the part, LOCAL, 6, 0x0009",
        "encrypted in both, BOTH, 8, 0x0009",
        "hidden header, CENTRAL, 8, 0x2008",
        "another method in the directory, CENTRAL, 10, 0x0000",
        "another method in the part, LOCAL, 8, 0x0000",
        "a method that is not read, BOTH, 10, 0x000c",
        "another checksum, CENTRAL, 16, 0x4711",
        "more compressed than the file has, CENTRAL, 22, 0x7fff",
        "less compressed, CENTRAL, 20, 0x0001",
        "states less, CENTRAL, 24, 0x0001",
        "states more, CENTRAL, 26, 0x0001",
        "another name in the directory, CENTRAL, 46, 0x6262",
        "another name in the part, LOCAL, 30, 0x6262",
        "another volume, CENTRAL, 34, 0x0001",
        "another place, CENTRAL, 42, 0x0001",
        "a comment longer than the file, CENTRAL, 32, 0x7fff",
        "a name longer than the file, CENTRAL, 28, 0x7fff",
        "a longer name in the part, LOCAL, 26, 0x7fff",
        "no part at its place, LOCAL, 0, 0x0000",
        "more entries, END, 10, 0x0007",
        "fewer entries, END, 10, 0x0001",
        "a shorter directory, END, 12, 0x0001",
        "another directory, END, 16, 0x0001",
        "a comment, END, 20, 0x0001",
    })
    void rejectsContradictoryContainer(String what, String where, int offset, String value) throws IOException {
        var zip = TestDocuments.of(DocumentFormat.ODT);
        assertEquals(Optional.of(DocumentFormat.ODT), formatOf(zip));
        var buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        var directory = buffer.getInt(zip.length - 6);
        var at = where.equals("LOCAL") ? 0 : where.equals("END") ? zip.length - 22 : directory;
        buffer.putShort(at + offset, Short.decode(value));
        if (where.equals("BOTH")) {
            buffer.putShort(offset - 2, Short.decode(value));
        }
        assertEquals(Optional.empty(), formatOf(zip), what);
    }

    @Test
    void rejectsBytesBetweenParts() throws IOException {
        var zip = TestDocuments.of(DocumentFormat.ODT);
        var buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        var directory = buffer.getInt(zip.length - 6);
        var hidden = ByteBuffer.allocate(zip.length + 40).order(ByteOrder.LITTLE_ENDIAN);
        hidden.put(zip, 0, directory).put(new byte[40]).put(zip, directory, zip.length - directory);
        hidden.putInt(hidden.capacity() - 6, directory + 40);
        assertEquals(Optional.empty(), formatOf(hidden.array()));
    }

    @Test
    void rejectsOverlappingParts() throws IOException {
        var zip = ByteBuffer.wrap(zip("mimetype", DocumentFormat.ODT.mediaType(), "a", "x", "content.xml", "x"))
                .order(ByteOrder.LITTLE_ENDIAN);
        var second = zip.getInt(zip.capacity() - 6) + 46 + "mimetype".length();
        var third = second + 46 + "a".length();
        zip.putInt(third + 42, zip.getInt(second + 42));
        assertEquals(Optional.empty(), formatOf(zip.array()));
    }

    @Test
    void rejectsDuplicatePart() throws IOException {
        var zip = zip("mimetype", DocumentFormat.ODT.mediaType(), "mimetypf", "x", "content.xml", "x");
        for (int i = 0; i < zip.length - 8; i++) {
            if (new String(zip, i, 8, StandardCharsets.US_ASCII).equals("mimetypf")) {
                zip[i + 7] = 'e';
            }
        }
        assertEquals(Optional.empty(), formatOf(zip));
    }

    @Test
    void rejectsPartLargerThanDeclared() throws Exception {
        var bomb = TestDocuments.understated();
        var kept = ProcessorTime.within(Duration.ofSeconds(2), () -> formatOf(bomb));
        assertEquals(Optional.empty(), kept);
    }

    @Test
    void rejectsTruncatedMimetype() throws IOException {
        assertEquals(Optional.empty(), formatOf(TestDocuments.truncated()));
    }

    /** For any bytes the answer is a format or none, without an exception and without a long wait. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void neverFailsOnBrokenContainer(long seed) throws IOException {
        var random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            var zip = TestDocuments.of(random.nextBoolean() ? DocumentFormat.ODT : DocumentFormat.DOCX);
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                zip[4 + random.nextInt(zip.length - 4)] = (byte) random.nextInt();
            }
            var cut = Arrays.copyOf(zip, random.nextInt(8) == 0 ? random.nextInt(zip.length) : zip.length);
            assertDoesNotThrow(() -> formatOf(cut));
        }
    }

    private static byte[] office(DocumentFormat format, String name, String content) {
        return TestDocuments.zip(zip -> {
            if (format == DocumentFormat.ODT) {
                TestDocuments.part(zip, "mimetype", DocumentFormat.ODT.mediaType());
                TestDocuments.part(zip, "content.xml", "x");
            } else {
                TestDocuments.part(zip, "[Content_Types].xml", TestDocuments.wordTypes(""));
                TestDocuments.part(zip, "word/document.xml", "x");
            }
            TestDocuments.part(zip, name, content);
        });
    }

    private void bomb(ZipOutputStream zip) throws IOException {
        TestDocuments.part(zip, "mimetype", DocumentFormat.ODT.mediaType());
        zip.putNextEntry(new ZipEntry("content.xml"));
        var zeros = new byte[1 << 20];
        for (int megabytes = 0; megabytes < 201; megabytes++) {
            zip.write(zeros);
        }
        zip.closeEntry();
    }

    private static void manyParts(ZipOutputStream zip) throws IOException {
        TestDocuments.part(zip, "mimetype", DocumentFormat.ODT.mediaType());
        TestDocuments.part(zip, "content.xml", "x");
        for (int i = 0; i < 10_000; i++) {
            TestDocuments.part(zip, "p" + i, "");
        }
    }

    private static byte[] zip(String... namesAndContents) throws IOException {
        return TestDocuments.zip(zip -> {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                TestDocuments.part(zip, namesAndContents[i], namesAndContents[i + 1]);
            }
        });
    }

    private Optional<DocumentFormat> formatOf(byte[] content) throws IOException {
        return DocumentContent.formatOf(Files.write(folder.resolve("file"), content));
    }
}
