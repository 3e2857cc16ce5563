package nl.doorlichting.platform.lists;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import nl.doorlichting.platform.responses.RequestEnd;

/**
 * Writes the export of a list ({@link CsvExport}) as a table (RFC 4180, UTF-8): the whole list from the requested page
 * on. It is read page by page while it is sent, so that its length costs no memory. A failed read closes the connection.
 */
@Provider
@Produces(CsvLists.MEDIA_TYPE)
public class CsvLists implements MessageBodyWriter<Page<?>> {
    public static final String MEDIA_TYPE = CsvTable.MEDIA_TYPE;

    private static final CsvMapper CSV = new CsvMapper();

    private final ObjectMapper mapper;
    private final RoutingContext request;

    public CsvLists(ObjectMapper mapper, RoutingContext request) {
        this.mapper = mapper;
        this.request = request;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return Page.class == type;
    }

    @Override
    public void writeTo(
            Page<?> first,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        var table = CsvTable.of((Class<?>) ((ParameterizedType) genericType).getActualTypeArguments()[0]);
        try {
            write(table, first, body);
        } catch (IOException | RuntimeException failed) {
            breakOff();
            throw failed;
        }
    }

    // Not closed on a failure, because an incomplete table would look complete.
    private void write(CsvTable table, Page<?> first, OutputStream body) throws IOException {
        var following = NextPages.of(request);
        var rows = CSV.writer(CsvSchema.emptySchema()).writeValues(body);
        rows.write(table.header());
        // A write to a client that has gone fails in silence.
        for (Page<?> page = first; page != null && !RequestEnd.isOver(request); page = following.after(page)) {
            for (var item : page.items()) {
                rows.writeAll(table.rows(mapper.valueToTree(item)));
            }
        }
        rows.close();
    }

    // Waits, because the error answer would otherwise be sent as the end of the table.
    private void breakOff() {
        request.request()
                .connection()
                .close()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }
}
