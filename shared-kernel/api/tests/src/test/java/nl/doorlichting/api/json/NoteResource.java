package nl.doorlichting.api.json;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import nl.doorlichting.domain.money.Money;
import nl.doorlichting.domain.period.Period;
import nl.doorlichting.domain.quantity.Quantity;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.bodies.MergePatch;
import nl.doorlichting.platform.lists.CsvExport;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.responses.IfMatch;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;

/** A test resource that changes one record, and lists 450 records, or some more that take their time. */
@Path("/v1/notes")
@Produces(MediaType.APPLICATION_JSON)
public class NoteResource {
    static final int LENGTH = 450;
    static final int PAGES_OF_LONG_LIST = 1_000;
    static final AtomicInteger PAGES_READ = new AtomicInteger();

    public record NoteRequest(
            @NotBlank String text,
            @Max(9) Integer size,
            Period period,
            Money amount,
            Quantity count,
            List<String> tags) {}

    public record NoteResponse(
            int number, String text, Period period, Money amount, Quantity count, List<String> tags, String etag) {}

    static final NoteRequest STORED = new NoteRequest(
            "=1+1",
            3,
            Period.ofYear(2010),
            new Money(new BigDecimal("-490000.00"), Money.EURO),
            new Quantity.Exact(7),
            List.of("a", "b"));

    @PATCH
    @Path("/1")
    @Consumes(MergePatch.MEDIA_TYPE)
    @Allowed(AccessRule.READ_AUDIT)
    public NoteRequest changeNote(
            @HeaderParam(IfMatch.HEADER) String ifMatch,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = MergePatch.MEDIA_TYPE,
                                            schema = @Schema(implementation = NoteRequest.class)))
                    MergePatch patch) {
        IfMatch.refuseStale(ifMatch, "\"4\"");
        return patch.applyTo(STORED, NoteRequest.class);
    }

    @GET
    @CsvExport
    @Allowed(AccessRule.READ_AUDIT)
    public Page<NoteResponse> listNotes(@BeanParam PageParameters page) {
        return page.list(NoteResource::read);
    }

    private static Page<NoteResponse> read(PageRequest request) {
        var from = request.cursor() == null ? 0 : Integer.parseInt(request.cursor());
        if (from < 0) {
            throw new IllegalStateException("the table is gone");
        }
        var length = request.self().contains("sort=long") ? readSlowly() : LENGTH;
        var until = Math.min(length, from + request.size());
        var next = until == length
                ? null
                : "/v1/notes?cursor=" + (request.self().toString().contains("name") ? -1 : until);
        return new Page<>(
                IntStream.range(from, until).mapToObj(NoteResource::note).toList(),
                Page.Total.of(LENGTH),
                new Page.Links("/v1/notes", "/v1/notes", next, null));
    }

    private static int readSlowly() {
        PAGES_READ.incrementAndGet();
        try {
            Thread.sleep(5);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return PAGES_OF_LONG_LIST * 200;
    }

    private static NoteResponse note(int number) {
        return new NoteResponse(
                number,
                STORED.text(),
                number == 1 ? null : STORED.period(),
                STORED.amount(),
                STORED.count(),
                STORED.tags(),
                "\"1\"");
    }
}
