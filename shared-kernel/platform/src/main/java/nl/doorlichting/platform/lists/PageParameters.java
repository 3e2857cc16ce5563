package nl.doorlichting.platform.lists;

import io.quarkus.arc.Arc;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.doorlichting.platform.statements.ConsistentReads;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters of every list. */
public class PageParameters {
    @Parameter(description = "Rows per page, 1 to 200; 50 when absent.")
    @QueryParam("pageSize")
    @Min(1)
    @Max(200)
    Integer pageSize;

    @Parameter(
            description =
                    "Position in the list: nextCursor of an earlier page, or the cursor in its links.prev; absent for the first"
                            + " page. Opaque: a client sends it back as it is.")
    @QueryParam("cursor")
    String cursor;

    @Parameter(
            description =
                    "Fields to sort by, separated by commas; a leading minus turns the order, and ties are sorted by id,"
                            + " in the direction of the last field. A field that the list does not sort by is 400; allowed of"
                            + " that violation has those that it does.")
    @QueryParam("sort")
    String sort;

    @Context
    RoutingContext request;

    /**
     * The requested page, all of which is of one moment. Stores on the request how to read the next pages, for an answer with the
     * whole list.
     */
    public <T> Page<T> list(Function<PageRequest, Page<T>> read) {
        var first = toRequest();
        Function<PageRequest, Page<T>> ofOneMoment = page -> atOneMoment(() -> read.apply(page));
        new NextPages(first, ofOneMoment).keep(request);
        return ofOneMoment.apply(first);
    }

    private static <T> T atOneMoment(Supplier<T> read) {
        var reads = Arc.container().instance(ConsistentReads.class);
        // A module without a database has none.
        return reads.isAvailable() ? reads.get().read(read) : read.get();
    }

    /** The moment that the cursor of a list of what was recorded before it keeps; empty for the first page. */
    public Optional<Instant> recordedUntil() {
        return Optional.ofNullable(cursor).flatMap(Cursor::recordedUntil);
    }

    /** The requested page. */
    public PageRequest toRequest() {
        return PageRequest.of(pageSize, sort, cursor, request.request());
    }
}
