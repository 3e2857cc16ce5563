package nl.doorlichting.platform.documents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import nl.doorlichting.platform.testing.time.ProcessorTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Plan van aanpak.pdf | Plan van aanpak.pdf",
                "PLAN.PDF | PLAN.PDF",
                "../../etc/passwd | passwd.pdf",
                "C:\\temp\\plan.pdf | plan.pdf",
                "plan.pdf.exe | plan.pdf.exe.pdf",
                "plan.docx | plan.docx.pdf",
                ".htaccess | htaccess.pdf",
                "a<b>:\"c\"?*|a_b___c___.pdf",
                "... | document.pdf",
                "'' | document.pdf",
                ".pdf | document.pdf",
                "plan .pdf | plan.pdf",
            })
    void cleansName(String sent, String kept) {
        assertEquals(kept, FileName.of(sent, DocumentFormat.PDF));
    }

    @Test
    void removesInvisibleCharacters() {
        assertEquals("abcd.pdf", FileName.of("a\u0000b\r\nc\u202ed.pdf", DocumentFormat.PDF));
        assertEquals("\u00e9.pdf", FileName.of("e\u0301.pdf", DocumentFormat.PDF));
    }

    @Test
    void keepsBothEndingsOfAnImage() {
        assertEquals("a.jpeg", FileName.of("a.jpeg", DocumentFormat.JPEG));
        assertEquals("a.jpg", FileName.of("a", DocumentFormat.JPEG));
    }

    @Test
    void shortensBetweenCharactersAndKeepsEnding() {
        var name = FileName.of("\ud83d\ude00".repeat(500) + ".pdf", DocumentFormat.PDF);
        assertEquals("\ud83d\ude00".repeat(120) + ".pdf", name);
        assertEquals("document.pdf", FileName.of(null, DocumentFormat.PDF));
    }

    @Test
    void escapesNameInHeader() {
        var header = FileName.attachment("caf\u00e9 'x' 100%.pdf");
        assertEquals(
                "attachment; filename=\"caf_ 'x' 100_.pdf\"; filename*=UTF-8''caf%C3%A9%20%27x%27%20100%25.pdf",
                header);
        assertTrue(FileName.attachment("a\"b\r\n.pdf").chars().allMatch(c -> c >= ' ' && c < 0x7f));
    }

    @ParameterizedTest
    @ValueSource(strings = {".", " ", ". ", "\t", "\u00a0", "/.", "\u0301", "<", "\ud83d"})
    void handlesHostileNameQuickly(String piece) throws Exception {
        var sent = "a" + piece.repeat(60_000 / piece.length()) + "b.pdf";
        var kept = ProcessorTime.within(Duration.ofMillis(500), () -> FileName.of(sent, DocumentFormat.PDF));
        assertTrue(kept.endsWith(".pdf") && kept.length() <= 244, kept);
    }

    @Test
    void keepsLastPartAndEndingOfLongName() {
        assertEquals("plan.jpeg", FileName.of("/folder".repeat(9_000) + "/plan.jpeg", DocumentFormat.JPEG));
        assertEquals("p".repeat(120) + ".jpeg", FileName.of("p".repeat(60_000) + ".jpeg", DocumentFormat.JPEG));
    }
}
