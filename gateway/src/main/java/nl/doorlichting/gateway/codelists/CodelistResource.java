package nl.doorlichting.gateway.codelists;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Stream;
import nl.doorlichting.api.codelists.Codelist;
import nl.doorlichting.api.codelists.Codelists;
import nl.doorlichting.gateway.forwarding.ForwardingTable;
import nl.doorlichting.gateway.lists.InMemoryList;
import nl.doorlichting.platform.access.AccessRule;
import nl.doorlichting.platform.access.Allowed;
import nl.doorlichting.platform.lists.ListKeys;
import nl.doorlichting.platform.lists.Page;
import nl.doorlichting.platform.lists.PageParameters;
import nl.doorlichting.platform.lists.SortedBy;
import nl.doorlichting.platform.problems.ProblemException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

@Path(CodelistResource.PATH)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Codelists", description = "Codes with their labels and definitions (codelijsten), Dutch and English.")
class CodelistResource {
    private static final ListKeys KEYS = InMemoryList.keys("name");

    static final String PATH = "/v1/codelists";

    private final InMemoryList<CodelistReference> names;

    CodelistResource(ForwardingTable forwarded) {
        // Codelists that data define are served by the owner of the data.
        var all = Stream.concat(Codelists.all().stream().map(Codelist::name), forwarded.namesUnder(PATH).stream());
        names = new InMemoryList<>(
                all.map(name -> new CodelistReference(name, PATH + "/" + name)).toList(),
                KEYS,
                CodelistReference::name);
    }

    @GET
    @Allowed(AccessRule.PUBLIC)
    @Operation(
            summary = "List the codelists",
            description = "Names and paths of all lists of codes, those that are data included.")
    public Page<CodelistReference> listCodelists(@BeanParam @SortedBy(CodelistResource.class) PageParameters page) {
        return names.page(page.toRequest());
    }

    @GET
    @Path("/{name}")
    @Allowed(AccessRule.PUBLIC)
    @Operation(
            summary = "Get one codelist",
            description = "Each code with its label and its meaning, in Dutch and in English, in order.")
    public Codelist getCodelist(
            @Parameter(description = "Name in kebab-case.", example = "target-groups") @PathParam("name") String name) {
        return Codelists.find(name).orElseThrow(ProblemException::notFound);
    }
}
