package nl.doorlichting.gateway.datasets;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import nl.doorlichting.gateway.lists.InMemoryList;
import nl.doorlichting.gateway.responses.ConditionalResponses;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import nl.doorlichting.platform.texts.Text;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

@Path(DatasetResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Datasets", description = "What is released, and what a reader of it needs (datasets).")
class DatasetResource {
    private static final ListKeys KEYS = InMemoryList.keys("id");

    static final String PATH = "/v1/datasets";

    private static final String JSON_LD = "application/ld+json";

    private final Datasets datasets;
    private final DcatCatalogue catalogue;
    private final ConditionalResponses responses;

    DatasetResource(Datasets datasets, DcatCatalogue catalogue, ConditionalResponses responses) {
        this.datasets = datasets;
        this.catalogue = catalogue;
        this.responses = responses;
    }

    @GET
    @Allowed(AccessRule.PUBLIC)
    @Operation(
            summary = "List the datasets",
            description = "The programmes that have a release, and that the installation describes: title, licence and"
                    + " contact are its operator's, so a programme is listed once these are set.")
    public Uni<Page<DatasetResponse>> listDatasets(@BeanParam @SortedBy(DatasetResource.class) PageParameters page) {
        var request = page.toRequest();
        return datasets.all().map(all -> new InMemoryList<>(all, KEYS, DatasetResponse::id).page(request));
    }

    @GET
    @Path("/{id}")
    @Allowed(AccessRule.PUBLIC)
    @Operation(
            summary = "Get one dataset",
            description =
                    "Its tables with dimensions and units, versions, licence, contact, revision policy, and when it"
                            + " was and will be released. Unchanged (304) until the next release.")
    @APIResponseSchema(value = DatasetResponse.class, responseDescription = "The dataset")
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag of If-None-Match")
    @APIResponse(responseCode = "404", description = "There is no such dataset, or it has no release")
    public Uni<RestResponse<byte[]>> getDataset(
            @Parameter(description = "Code of the programme.", example = "APR-2007-2011") @PathParam("id") String id) {
        var latest = datasets.latest(id)
                .chain(found -> found.map(dataset -> Uni.createFrom().item(dataset))
                        .orElseGet(() -> datasets.allLatest().map(DatasetResource::refuse)));
        return responses.revalidated(
                latest, () -> datasets.find(id).map(found -> found.orElseThrow(ProblemException::notFound)));
    }

    private static DatasetResponse refuse(List<DatasetResponse> others) {
        var ids = others.stream().map(DatasetResponse::id).toList();
        throw ProblemException.of(
                ProblemType.NOT_FOUND,
                ids.isEmpty() ? Text.of("dataset.none") : Text.of("dataset.unknown", Text.all(ids)),
                Map.of("allowed", ids));
    }

    @GET
    @Path("/dcat")
    @Produces(JSON_LD)
    @Allowed(AccessRule.PUBLIC)
    @Operation(
            summary = "Get the datasets as DCAT-AP",
            description = "JSON-LD, for harvesters such as data.overheid.nl. Addresses are relative to this document.")
    @APIResponse(
            responseCode = "200",
            description = "The catalogue",
            content = @Content(mediaType = JSON_LD, schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "304", description = "Unchanged since the ETag of If-None-Match")
    public Uni<RestResponse<byte[]>> getDatasetCatalogue() {
        return responses.revalidated(
                datasets.allLatest().map(catalogue::of), () -> datasets.all().map(catalogue::of));
    }
}
