package nl.doorlichting.kernel.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import nl.doorlichting.kernel.testing.TestDocuments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentContentTest {
    private static final String WORD = DocumentFormat.DOCX.mediaType();

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(DocumentFormat.class)
    void knowsEachFormatByItsContent(DocumentFormat format) throws IOException {
        assertEquals(Optional.of(format), formatOf(TestDocuments.of(format)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "%PD", "<html>", "MZ", "#!/bin/sh", "GIF89a", "PK", "PK\u0003\u0004broken", "\n%PDF-1.7"})
    void knowsNothingElse(String content) throws IOException {
        assertEquals(Optional.empty(), formatOf(content.getBytes(StandardCharsets.ISO_8859_1)));
    }

    @Test
    void isNotFooledByOtherContainers() throws IOException {
        assertEquals(Optional.empty(), formatOf(zip("a.txt", "x")));
        assertEquals(Optional.empty(), formatOf(zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet")));
        assertEquals(Optional.empty(), formatOf(zip("mimetype", DocumentFormat.ODT.mediaType())));
        assertEquals(Optional.empty(), formatOf(zip("[Content_Types].xml", "\"" + WORD + ".main+xml\"")));
        var macros = "\"application/vnd.ms-word.document.macroEnabled.main+xml\"";
        assertEquals(Optional.empty(), formatOf(zip("[Content_Types].xml", macros, "word/document.xml", "x")));
    }

    @Test
    void unpacksNoBomb() throws IOException {
        assertEquals(Optional.empty(), formatOf(TestDocuments.zip(this::bomb)));
        assertEquals(Optional.empty(), formatOf(TestDocuments.zip(DocumentContentTest::manyParts)));
        var long1 = "x".repeat(300_000) + "\"" + WORD + ".main+xml\"";
        assertEquals(Optional.empty(), formatOf(zip("[Content_Types].xml", long1, "word/document.xml", "x")));
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
