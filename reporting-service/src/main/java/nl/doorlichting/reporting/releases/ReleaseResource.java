package nl.doorlichting.reporting.releases;

import io.vertx.ext.web.RoutingContext;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.UUID;
import nl.doorlichting.api.releases.JsonStat;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.documents.Attachment;
import nl.doorlichting.platform.documents.StreamedFile;
import nl.doorlichting.platform.idempotency.Idempotent;
import nl.doorlichting.platform.lists.CsvLists;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.Violation;
import nl.doorlichting.platform.problems.ViolationCode;
import nl.doorlichting.platform.responses.Responses;
import nl.doorlichting.platform.texts.Text;
import nl.doorlichting.platform.time.RecordsNothing;
import nl.doorlichting.reporting.ReportingAccess;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(ReleaseResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Releases", description = "Figures that are published once and never change (publicaties).")
class ReleaseResource {
    static final String PATH = "/v1/releases";

    private final ReleasePreparation preparation;
    private final ReleaseService releases;
    private final ReleasedFigureService figures;
    private final ReleasedTableFormats formats;
    private final ReleaseVerifications verifications;

    ReleaseResource(
            ReleasePreparation preparation,
            ReleaseService releases,
            ReleasedFigureService figures,
            ReleasedTableFormats formats,
            ReleaseVerifications verifications) {
        this.preparation = preparation;
        this.releases = releases;
        this.figures = figures;
        this.formats = formats;
        this.verifications = verifications;
    }

    @POST
    @Idempotent
    @RecordsNothing
    @Allowed(ReportingAccess.PREPARE_RELEASES)
    @Operation(
            summary = "Prepare a release",
            description = "Computes every table as of one instant and compares it with the release before. 409 for an"
                    + " instant in the future or before that of the last release, and while a file of observations is"
                    + " imported. The answer lists what was found; a blocking finding prevents publication.")
    public RestResponse<ReleaseResponse> createRelease(ReleaseRequest request) {
        var id = preparation.prepare(request);
        return Responses.created(PATH + "/" + id, releases.get(id));
    }

    @GET
    @Allowed(value = AccessRule.PUBLIC, more = ReportingAccess.READ_RELEASES)
    @Operation(
            summary = "List releases",
            description = "The latest first. Analysts and reviewers see those that are not published too.")
    public Page<ReleaseResponse> listReleases(
            @Parameter(example = "APR-2007-2011") @QueryParam("programme") String programme,
            @QueryParam("state") ReleaseState state,
            @BeanParam @SortedBy(ReleaseRepository.class) PageParameters page) {
        return page.list(request -> releases.page(programme, state, request));
    }

    @GET
    @Path("/latest")
    @Allowed(value = AccessRule.PUBLIC, more = ReportingAccess.READ_RELEASES)
    @Operation(
            summary = "Get the latest published release of a programme",
            description = "Unchanged (304) until another one is published, so that one request tells whether there is"
                    + " something new.")
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag of If-None-Match")
    @APIResponse(responseCode = "404", description = "Nothing is published of this programme")
    @APIResponseSchema(value = ReleaseResponse.class, responseCode = "200", responseDescription = "The release")
    public RestResponse<ReleaseResponse> getLatestRelease(
            @Parameter(required = true, example = "APR-2007-2011") @QueryParam("programme") String programme) {
        return Responses.revalidated(releases.latest(required("programme", programme)));
    }

    @GET
    @Path("/{id}")
    @Allowed(value = AccessRule.PUBLIC, more = ReportingAccess.READ_RELEASES)
    @Operation(
            summary = "Get one release",
            description = "With its tables, checksums, checks and what changed since the one before. A published "
                    + "release never changes.")
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag of If-None-Match")
    @APIResponseSchema(value = ReleaseResponse.class, responseCode = "200", responseDescription = "The release")
    public RestResponse<ReleaseResponse> getRelease(@PathParam("id") UUID id) {
        return Responses.revalidated(releases.get(id));
    }

    private static String required(String name, String value) {
        if (value == null) {
            throw ProblemException.violation(Violation.query(
                    name, ViolationCode.REQUIRED, Map.of(), Text.of("release.parameter-required", name)));
        }
        return value;
    }

    @POST
    @Path("/{id}/publication")
    @Idempotent
    @Allowed(ReportingAccess.PUBLISH_RELEASES)
    @Operation(
            summary = "Publish a release",
            description = "From then on it never changes. By another person than the one that prepared it: 403"
                    + " four-eyes. 409 with a blocking check, when another release was published since, and when one of"
                    + " the programme was published on the same day.")
    @APIResponseSchema(value = ReleaseResponse.class, responseCode = "200", responseDescription = "As it is published")
    public RestResponse<ReleaseResponse> publishRelease(@PathParam("id") UUID id) {
        releases.publish(id);
        return Responses.found(releases.get(id));
    }

    @POST
    @Path("/{id}/discarding")
    @Idempotent
    @Allowed(ReportingAccess.PREPARE_RELEASES)
    @Operation(summary = "Discard a preparation", description = "Its figures are removed. 409 unless it is prepared.")
    @APIResponseSchema(value = ReleaseResponse.class, responseCode = "200", responseDescription = "As it stands now")
    public RestResponse<ReleaseResponse> discardRelease(@PathParam("id") UUID id) {
        releases.discard(id);
        return Responses.found(releases.get(id));
    }

    @POST
    @Path("/{id}/verification")
    @Idempotent
    @RecordsNothing
    @Allowed(ReportingAccess.PREPARE_RELEASES)
    @Operation(
            summary = "Verify a published release",
            description =
                    "Compares what is stored with its checksums and, under the calculation and register version of the"
                            + " release, with all its figures computed again. A job does the same for the figures of"
                            + " inventories; those of trainings need the token of a caller.")
    @APIResponseSchema(value = ReleaseResponse.class, responseCode = "200", responseDescription = "With the result")
    public RestResponse<ReleaseResponse> verifyRelease(@PathParam("id") UUID id) {
        verifications.verify(id, true);
        return Responses.found(releases.get(id));
    }

    @GET
    @Path("/{id}/tables/{name}")
    @Allowed(value = AccessRule.PUBLIC, more = ReportingAccess.READ_RELEASES)
    @Operation(
            summary = "List the cells of one table of a release",
            description = "A table by place needs a token. Only links.next and nextCursor lead to more.")
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag of If-None-Match")
    @APIResponse(responseCode = "401", description = "The table is by place, and there is no token")
    @APIResponse(responseCode = "403", description = "The table is by place, and no role of the caller may read it")
    @APIResponseSchema(
            value = ReleasedCell.Slice.class,
            responseCode = "200",
            responseDescription = "One page of cells")
    public RestResponse<ReleasedCell.Slice> listReleasedCells(
            @PathParam("id") UUID id, @PathParam("name") String name, @BeanParam Position position) {
        var page = position.page();
        return Responses.revalidated(
                position.request.request(),
                figures.etag(id, name, page),
                () -> ReleasedCell.Slice.of(figures.cells(id, name, page)));
    }

    @GET
    @Path("/{id}/tables/{name}/csv")
    @Produces(CsvLists.MEDIA_TYPE)
    @Allowed(value = AccessRule.PUBLIC, more = ReportingAccess.READ_RELEASES)
    @Operation(
            summary = "Get one table of a release as CSV",
            description = "RFC 4180, UTF-8. The columns are dimensions, which names what the row is by, disclosure, the"
                    + " dimensions and the measures; columns are only ever appended. An empty field is null. A table by"
                    + " place needs a token. A failure closes the connection.")
    @APIResponse(
            responseCode = "200",
            description = "Rows and totals",
            content = @Content(mediaType = CsvLists.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag of If-None-Match")
    @APIResponse(responseCode = "401", description = "The table is by place, and there is no token")
    @APIResponse(responseCode = "403", description = "The table is by place, and no role of the caller may read it")
    public RestResponse<StreamedFile> getReleasedTableAsCsv(
            @PathParam("id") UUID id, @PathParam("name") String name, @Context RoutingContext context) {
        var table = formats.csv(id, name);
        return Responses.revalidated(context.request(), table.etag(), () -> table);
    }

    @GET
    @Path("/{id}/tables/{name}/json-stat")
    @Allowed(value = AccessRule.PUBLIC, more = ReportingAccess.READ_RELEASES)
    @Operation(
            summary = "Get one table of a release as JSON-stat 2.0",
            description = "A dataset of the rows, without totals. Measures are the dimension measure, and status is how"
                    + " counts are protected. Labels are in one language; extension.labels of each dimension has both."
                    + " A table by place needs a token. A failure closes the connection.")
    @APIResponse(
            responseCode = "200",
            description = "The dataset",
            headers = @Header(name = HttpHeaders.CONTENT_DISPOSITION, ref = HttpHeaders.CONTENT_DISPOSITION),
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag of If-None-Match")
    @APIResponse(responseCode = "401", description = "The table is by place, and there is no token")
    @APIResponse(responseCode = "403", description = "The table is by place, and no role of the caller may read it")
    public RestResponse<StreamedFile> getReleasedTableAsJsonStat(
            @PathParam("id") UUID id,
            @PathParam("name") String name,
            @Parameter(description = "Language of the labels; NL when absent.") @QueryParam("language")
                    JsonStat.Language language,
            @Context RoutingContext context) {
        var table = formats.jsonStat(id, name, language == null ? JsonStat.Language.NL : language);
        return Responses.revalidated(context.request(), table.etag(), () -> table);
    }

    @GET
    @Path("/{id}/changes")
    @Allowed(ReportingAccess.READ_RELEASES)
    @Operation(
            summary = "List the cells that differ from an earlier release",
            description =
                    "Applied to a copy of the earlier release they make a copy of this one. A figure that moved is in"
                            + " its old and in its new cell. 410 for a release of another epoch, with the path of the"
                            + " whole.")
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag of If-None-Match")
    @APIResponse(responseCode = "410", description = "The earlier release is of another epoch: read the whole")
    @APIResponseSchema(
            value = ReleasedChange.Slice.class,
            responseCode = "200",
            responseDescription = "One page of changes")
    public RestResponse<ReleasedChange.Slice> listReleasedChanges(
            @PathParam("id") UUID id,
            @Parameter(required = true, description = "Name of the earlier release.", example = "2026-2")
                    @QueryParam("since")
                    String since,
            @Parameter(
                            description = "Epoch of the copy, as its release states it; 410 if this release has"
                                    + " another. Not compared when absent.")
                    @QueryParam("epoch")
                    UUID epoch,
            @BeanParam Position position) {
        var pair = figures.pair(id, required("since", since), epoch == null ? null : epoch.toString());
        var page = position.page();
        return Responses.revalidated(
                position.request.request(),
                pair.etag(page),
                () -> ReleasedChange.Slice.of(figures.changes(pair, page)));
    }

    @GET
    @Path("/{id}/file")
    @Produces(ReleasedFigureService.MEDIA_TYPE)
    @Allowed(ReportingAccess.READ_RELEASES)
    @Operation(
            summary = "Get a whole release as one file",
            description =
                    "One cell on each line, as JSON, in the order of the tables. The release states rows, bytes and"
                            + " sha256 of the file. A failure closes the connection.")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content =
                    @Content(mediaType = ReleasedFigureService.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag of If-None-Match")
    public RestResponse<Attachment> getReleaseFile(@PathParam("id") UUID id, @Context RoutingContext context) {
        var file = figures.file(id);
        return Responses.revalidated(context.request(), file.etag(), () -> file);
    }

    /** A position in a list of cells. */
    public static class Position {
        @Parameter(description = "Rows per page, 1 to 200; 50 when absent.")
        @QueryParam("pageSize")
        @Min(1)
        @Max(200)
        Integer pageSize;

        @Parameter(description = "Position: nextCursor of an earlier page; the first page when absent. Opaque.")
        @QueryParam("cursor")
        String cursor;

        @Context
        RoutingContext request;

        PageRequest page() {
            return PageRequest.of(pageSize, null, cursor, request.request());
        }
    }
}
