package nl.doorlichting.gateway.problems;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Stream;
import nl.doorlichting.gateway.lists.InMemoryList;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.problems.ProblemException;
import nl.doorlichting.platform.problems.ProblemType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path("/v1/problems")
@Produces(MediaType.APPLICATION_JSON)
@Tag(
        name = "Problems",
        description = "The catalogue of errors (foutmeldingen): what the type of problem details means.")
class ProblemTypeResource {
    private static final ListKeys KEYS = InMemoryList.keys("name");

    private final InMemoryList<ProblemTypeResponse> catalogue = new InMemoryList<>(
            Stream.of(ProblemType.values()).map(ProblemTypeResponse::from).toList(), KEYS, ProblemTypeResponse::name);

    @GET
    @Allowed(AccessRule.PUBLIC)
    @Operation(
            summary = "List the kinds of errors",
            description = "Every type of problem that this API answers with, its status and what a client does "
                    + "about it.")
    public Page<ProblemTypeResponse> listProblemTypes(
            @BeanParam @SortedBy(ProblemTypeResource.class) PageParameters page) {
        return catalogue.page(page.toRequest());
    }

    @GET
    @Path("/{name}")
    @Allowed(AccessRule.PUBLIC)
    @Operation(summary = "Get one kind of error", description = "The type member of a problem leads here.")
    public ProblemTypeResponse getProblemType(
            @Parameter(description = "Last segment of the type.", example = "validation-failed") @PathParam("name")
                    String name) {
        return ProblemType.find(name).map(ProblemTypeResponse::from).orElseThrow(ProblemException::notFound);
    }
}
