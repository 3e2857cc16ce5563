package nl.doorlichting.gateway.reports.policyreview;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.doorlichting.api.figures.AsOfParameter;
import nl.doorlichting.api.figures.FilterValues;
import nl.doorlichting.domain.figures.Dimension;
import nl.doorlichting.domain.municipality.MunicipalityRegister;
import nl.doorlichting.gateway.GatewayAccess;
import nl.doorlichting.gateway.lists.InMemoryList;
import nl.doorlichting.gateway.reports.CompleteParameter;
import nl.doorlichting.gateway.reports.ReportPart;
import nl.doorlichting.gateway.responses.ConditionalResponses;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.lists.CsvTable;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.problems.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(PolicyReviewResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Reports", description = "What the review asks (rapportages): reach, effects, trainings, money.")
class PolicyReviewResource {
    static final String PATH = "/v1/reports/policy-review";

    private static final ListKeys KEYS = InMemoryList.keys("code", "name");
    private static final CsvTable PROJECTS = CsvTable.of(List.of(), ReviewedProject.class, List.of());

    private final PolicyReviews reviews;
    private final PolicyReviewTable table;
    private final ConditionalResponses responses;
    private final MunicipalityRegister register;
    private final ObjectMapper mapper;

    PolicyReviewResource(
            PolicyReviews reviews,
            PolicyReviewTable table,
            ConditionalResponses responses,
            MunicipalityRegister register,
            ObjectMapper mapper) {
        this.reviews = reviews;
        this.table = table;
        this.responses = responses;
        this.register = register;
        this.mapper = mapper;
    }

    @GET
    @Allowed(GatewayAccess.READ_REPORTS)
    @Operation(
            summary = "Report what a policy review asks",
            description = "Questions 7 to 10 of a policy review (beleidsdoorlichting): instruments and their overlap,"
                    + " coverage of reports, baselines and evaluations, verdicts, side effects and embedding, reach,"
                    + " trainings, the budget, spending by track, cost per participation, lessons. The reports in it are"
                    + " those that reports/effects, reach, training and finances answer without further parameters. A part"
                    + " that the caller may not read is null, and withheld names it.")
    @APIResponseSchema(value = PolicyReview.class, responseDescription = "The report")
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag of If-None-Match")
    public Uni<RestResponse<byte[]>> getPolicyReview(
            @Parameter(description = "Code of the programme.", example = "APR-2007-2011", required = true)
                    @QueryParam("programme")
                    String programme,
            @BeanParam AsOfParameter asOf,
            @BeanParam CompleteParameter complete) {
        return reviews.review(programme, asOf.moment(), complete.wanted())
                .map(review -> review.complete() ? responses.revalidated(review) : responses.notStored(review));
    }

    @GET
    @Path("/csv")
    @Produces(CsvTable.MEDIA_TYPE)
    @Allowed(GatewayAccess.READ_REPORTS)
    @Operation(
            summary = "Report instruments, spending and cost per participation as a table",
            description =
                    "What a policy review has besides the reports, which have tables of their own, told apart by the"
                            + " column part. An empty cell is null. A part that the caller may not read has no rows. With"
                            + " complete=partial a part whose service does not respond has none, and the file is"
                            + " policy-review-partial.csv.")
    @APIResponse(responseCode = "200", description = "The table", content = @Content(mediaType = CsvTable.MEDIA_TYPE))
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag of If-None-Match")
    public Uni<RestResponse<byte[]>> getPolicyReviewCsv(
            @Parameter(description = "Code of the programme.", example = "APR-2007-2011", required = true)
                    @QueryParam("programme")
                    String programme,
            @BeanParam AsOfParameter asOf,
            @BeanParam CompleteParameter complete) {
        return reviews.review(programme, asOf.moment(), complete.wanted())
                .map(review -> review.complete()
                        ? responses.revalidated(table.of(review), "policy-review.csv")
                        : responses.notStored(table.of(review), "policy-review-partial.csv"));
    }

    @GET
    @Path("/projects")
    @Allowed(GatewayAccess.READ_REPORTS)
    @Operation(
            summary = "List projects with what a participation cost",
            description = "Each number of projects in the policy review links here, with the filters that leave exactly"
                    + " these. A project has its money, its reach, its cost per participation, and links to the records"
                    + " of both. Amounts are null for a caller who may not read the budget.")
    public Uni<ReviewedProjectPage> listReviewedProjects(
            @Parameter(description = "Code of the programme.", example = "APR-2007-2011", required = true)
                    @QueryParam("programme")
                    String programme,
            @BeanParam ProjectFilters filter,
            @BeanParam AsOfParameter asOf,
            @BeanParam CompleteParameter complete,
            @BeanParam @SortedBy(PolicyReviewResource.class) PageParameters page) {
        var request = page.toRequest();
        var selection = filter.select(register);
        return reviews.projects(programme, asOf.moment(), complete.wanted())
                .map(found -> ReviewedProjectPage.of(
                        new InMemoryList<>(selection.of(found.projects()), KEYS, ReviewedProject::code)
                                .sortableBy("name", ReviewedProject::name)
                                .page(request),
                        found.complete(),
                        ReportPart.sources(found.parts())));
    }

    @GET
    @Path("/projects/csv")
    @Produces(CsvTable.MEDIA_TYPE)
    @Allowed(GatewayAccess.READ_REPORTS)
    @Operation(
            summary = "List projects with what a participation cost as a table",
            description =
                    "All projects that pass the filters. An empty cell is null. With complete=partial what a service"
                            + " has that does not respond is empty, and the file is policy-review-projects-partial.csv.")
    @APIResponse(responseCode = "200", description = "The table", content = @Content(mediaType = CsvTable.MEDIA_TYPE))
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag of If-None-Match")
    public Uni<RestResponse<byte[]>> listReviewedProjectsCsv(
            @Parameter(description = "Code of the programme.", example = "APR-2007-2011", required = true)
                    @QueryParam("programme")
                    String programme,
            @BeanParam ProjectFilters filter,
            @BeanParam AsOfParameter asOf,
            @BeanParam CompleteParameter complete) {
        var selection = filter.select(register);
        return reviews.projects(programme, asOf.moment(), complete.wanted()).map(found -> {
            var content = PROJECTS.write(selection.of(found.projects()).stream().map(mapper::<JsonNode>valueToTree));
            return found.complete()
                    ? responses.revalidated(content, "policy-review-projects.csv")
                    : responses.notStored(content, "policy-review-projects-partial.csv");
        });
    }

    /** What the projects of a policy review can be narrowed by, with the values of its rows. */
    static class ProjectFilters {
        @Parameter(
                description =
                        "Only projects that state one of these funding instruments, separated by commas; NOT_STATED"
                                + " for those that state none.",
                example = "SUBSIDY")
        @QueryParam("fundingInstrument")
        String fundingInstrument;

        @Parameter(
                description =
                        "Only projects that state one of these tracks, separated by commas; NOT_STATED for those that"
                                + " state none.",
                example = "LOCAL")
        @QueryParam("track")
        String track;

        @Parameter(
                description =
                        "Only projects that state one of these action lines, separated by commas; NOT_STATED for those"
                                + " that state none.",
                example = "PREVENTION")
        @QueryParam("actionLine")
        String actionLine;

        @Parameter(
                description =
                        "Only projects that use one of these types of intervention, separated by commas; NOT_STATED for"
                                + " those that state none.",
                example = "AWARENESS")
        @QueryParam("interventionType")
        String interventionType;

        @Parameter(
                description = "Only projects that use all of these types of intervention, separated by commas.",
                example = "AWARENESS,NETWORK_BUILDING")
        @QueryParam(ReviewLinks.ALL_TYPES)
        String allInterventionTypes;

        @Parameter(
                description =
                        "Only projects whose reach is of one of these intensities, separated by commas; NOT_STATED for"
                                + " those of several, of none stated, and without reach.",
                example = "COURSE")
        @QueryParam("intensity")
        String intensity;

        /** Of a query as given. */
        static ProjectFilters of(Map<String, List<String>> query) {
            var filters = new ProjectFilters();
            filters.fundingInstrument = first(query, "fundingInstrument");
            filters.track = first(query, "track");
            filters.actionLine = first(query, "actionLine");
            filters.interventionType = first(query, "interventionType");
            filters.allInterventionTypes = first(query, ReviewLinks.ALL_TYPES);
            filters.intensity = first(query, "intensity");
            return filters;
        }

        private static String first(Map<String, List<String>> query, String name) {
            return query.containsKey(name) ? query.get(name).get(0) : null;
        }

        /** The projects that pass; 400 with all values that are wrong. */
        ReviewedProjectSelection select(MunicipalityRegister register) {
            var values = new FilterValues(register, null);
            Map<Dimension, Set<Object>> only = new EnumMap<>(Dimension.class);
            add(only, values, Dimension.FUNDING_INSTRUMENT, fundingInstrument);
            add(only, values, Dimension.TRACK, track);
            add(only, values, Dimension.ACTION_LINE, actionLine);
            add(only, values, Dimension.INTERVENTION_TYPE, interventionType);
            add(only, values, Dimension.INTENSITY, intensity);
            Set<Object> all = allInterventionTypes == null
                    ? Set.of()
                    : values.several(ReviewLinks.ALL_TYPES, Dimension.INTERVENTION_TYPE, allInterventionTypes);
            ProblemException.refuse(values.violations());
            return new ReviewedProjectSelection(only, all);
        }

        private static void add(
                Map<Dimension, Set<Object>> only, FilterValues values, Dimension dimension, String text) {
            if (text != null) {
                only.put(dimension, values.several(dimension, text));
            }
        }
    }
}
