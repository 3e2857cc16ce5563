package nl.doorlichting.reporting.catalogue;

import io.vertx.ext.web.RoutingContext;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.doorlichting.domain.vocabulary.ActionLine;
import nl.doorlichting.domain.vocabulary.InterventionType;
import nl.doorlichting.domain.vocabulary.Phenomenon;
import nl.doorlichting.domain.vocabulary.Track;
import nl.doorlichting.domain.vocabulary.Verdict;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.lists.PageRequest;
import nl.doorlichting.platform.statements.ConsistentReads;
import nl.doorlichting.reporting.activity.ProjectPhase;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/catalogue")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Catalogue", description = "What is public: projects, lessons, products, tables, claims (catalogus).")
class CatalogueResource {
    private final CatalogueService catalogue;
    private final CatalogueLabels labels;
    private final ConsistentReads reads;

    CatalogueResource(CatalogueService catalogue, CatalogueLabels labels, ConsistentReads reads) {
        this.catalogue = catalogue;
        this.labels = labels;
        this.reads = reads;
    }

    @GET
    @Allowed(AccessRule.PUBLIC)
    @Operation(
            summary = "Search what is public",
            description =
                    "Dutch and English words are found in all their forms, without regard to accents, and names of places and"
                            + " labels of codes find the items that have them. A municipality that was merged is found by"
                            + " both names. Where few items are found, words that resemble the search words are suggested,"
                            + " and searched for where a word occurs nowhere. Of more than 1,000 items found by words the"
                            + " newest 1,000 are ranked and can be paged through. Only links.next and nextCursor lead to"
                            + " more.")
    public CatalogueResponse searchCatalogue(@BeanParam Parameters parameters) {
        var query = parameters.toQuery(labels);
        return reads.read(() -> catalogue.find(query));
    }

    @GET
    @Path("/{id}")
    @Allowed(AccessRule.PUBLIC)
    @Operation(
            summary = "Get one public item",
            description = "With its whole text. An item that was withdrawn is 410, with the reason.")
    @APIResponse(responseCode = "410", description = "The item was withdrawn; detail gives the reason")
    @APIResponseSchema(value = CatalogueItem.class, responseCode = "200", responseDescription = "The item")
    public CatalogueItem getCatalogueItem(@PathParam("id") UUID id) {
        return catalogue.get(id);
    }

    /** What the public can ask the catalogue. */
    public static class Parameters {
        @Parameter(
                description =
                        "Words to find, all of them, in any form and also when only begun or the end of a longer word, in"
                                + " title, tags and text, in names of places and in labels of codes, Dutch and English."
                                + " Words of the same meaning are found too, after the words themselves. Words that say"
                                + " little, such as about, ask for nothing beside others. Signs have no meaning. At most 200 characters, of which the first ten words count;"
                                + " all records when absent.",
                example = "weerbaarheid jongeren")
        @QueryParam("q")
        String q;

        @QueryParam("kind")
        CatalogueKind kind;

        @Parameter(
                description = "Only lessons or products of this kind: a code of the codelist lesson-kinds or"
                        + " product-kinds.",
                example = "GUIDE")
        @QueryParam("type")
        String type;

        @Parameter(description = "Only records with this tag, written as it is there.", example = "school")
        @QueryParam("tag")
        String tag;

        @Parameter(description = "Only lessons that help in this phase of a project.")
        @QueryParam("phase")
        ProjectPhase phase;

        @Parameter(
                description = "Only lessons that help this role: a code of the codelist lesson-roles.",
                example = "PROJECT_LEADERSHIP")
        @QueryParam("role")
        String role;

        @QueryParam("track")
        Track track;

        @Parameter(description = "Only records of this project, by its id (id of /v1/projects), with its own.")
        @QueryParam("project")
        UUID project;

        @Parameter(
                description = "Only records that were published in this year, in the time of the Netherlands.",
                example = "2011")
        @QueryParam("year")
        @Min(1900)
        @Max(2200)
        Integer year;

        @Parameter(description = "Only records of this programme, by its code.", example = "APR-2007-2011")
        @QueryParam("programme")
        String programme;

        @Parameter(
                description = "Code of a municipality: items about it, about one that it was merged into, or about one"
                        + " that it was made of.",
                example = "GM0988")
        @QueryParam("municipality")
        String municipality;

        @Parameter(example = "PV31")
        @QueryParam("province")
        String province;

        @QueryParam("actionLine")
        ActionLine actionLine;

        @QueryParam("interventionType")
        InterventionType interventionType;

        @QueryParam("phenomenon")
        Phenomenon phenomenon;

        @QueryParam("verdict")
        Verdict verdict;

        // Not @SortedBy, because that also checks the cursor of a list, and a search has another.
        @Parameter(
                description =
                        "Order: publishedAt the oldest first, -publishedAt the newest first. When absent, the best"
                                + " first where there are search words, else the newest first. Of more than 1,000 items found by"
                                + " words only the newest 1,000 are sorted.",
                schema =
                        @Schema(
                                implementation = String.class,
                                extensions =
                                        @Extension(
                                                name = "x-extensible-enum",
                                                value = "[\"publishedAt\",\"-publishedAt\"]",
                                                parseValue = true)),
                example = "-publishedAt")
        @QueryParam("sort")
        String sort;

        @Parameter(description = "Items per page, 1 to 200; 50 when absent.")
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
            return PageRequest.of(pageSize, sort, cursor, request.request());
        }

        /** The query that they ask; {@link CatalogueParameterRules} refused what cannot be asked. */
        CatalogueSearch.Criteria toQuery(CatalogueLabels labels) {
            var facets = new ArrayList<String>();
            add(facets, CatalogueFacets.KIND, kind);
            add(facets, CatalogueFacets.TYPE, type);
            add(facets, CatalogueFacets.TAG, tag);
            add(facets, CatalogueFacets.PHASE, phase);
            add(facets, CatalogueFacets.ROLE, role);
            add(facets, CatalogueFacets.TRACK, track);
            add(facets, CatalogueFacets.PROJECT, project);
            add(facets, CatalogueFacets.YEAR, year);
            add(facets, CatalogueFacets.PROGRAMME, programme);
            add(facets, CatalogueFacets.PROVINCE, province);
            add(facets, CatalogueFacets.ACTION_LINE, actionLine);
            add(facets, CatalogueFacets.INTERVENTION_TYPE, interventionType);
            add(facets, CatalogueFacets.PHENOMENON, phenomenon);
            add(facets, CatalogueFacets.VERDICT, verdict);
            return new CatalogueSearch.Criteria(
                    q == null ? null : SearchWords.of(q),
                    facets,
                    municipality == null ? Set.of() : labels.withRelatives(municipality),
                    sort == null ? null : CatalogueSearch.Order.BY_PARAMETER.get(sort),
                    page(),
                    CatalogueCursor.parse(cursor));
        }

        private static void add(List<String> facets, String name, Object code) {
            if (code != null) {
                facets.add(CatalogueFacets.facet(name, code));
            }
        }
    }
}
