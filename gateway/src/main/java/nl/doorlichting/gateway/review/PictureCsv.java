package nl.doorlichting.gateway.review;

import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import nl.doorlichting.platform.lists.CsvText;

/** The table of a picture as a file: in the words of the page, with plain numbers. */
final class PictureCsv {
    private static final CsvMapper CSV = new CsvMapper();

    private PictureCsv() {}

    /** @param table its lines, the names of the columns first */
    static byte[] of(List<List<String>> table) {
        var body = new ByteArrayOutputStream();
        try (var lines = CSV.writer(CsvSchema.emptySchema()).writeValues(body)) {
            for (var line : table) {
                lines.write(line.stream().map(CsvText::safe).toList());
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return body.toByteArray();
    }
}
