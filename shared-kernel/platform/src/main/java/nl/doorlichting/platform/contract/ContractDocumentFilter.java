package nl.doorlichting.platform.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import nl.doorlichting.platform.responses.ApiVersion;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Adds to a module's generated document what holds for the whole API: identity and version, the server, error
 * answers, required headers, security, the kernel's value types, and which properties are always there.
 *
 * <p>An extension steers it, and does not appear in the result: {@code x-optional: true} on a response property that
 * may be absent.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = ContractDocumentFilter.PRIORITY)
public final class ContractDocumentFilter implements OASFilter {

    /** The version of the API, sent as {@code API-Version} with every answer. */
    public static final String API_VERSION = ApiVersion.CURRENT;

    /** Higher runs earlier: what merges completed documents takes a lower one. */
    public static final int PRIORITY = 100;

    @Override
    public Schema filterSchema(Schema schema) {
        ScalarSchemas.writeOut(schema);
        return schema;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        DocumentIdentity.describe(document);
        VersionedPaths.moveVersionToServer(document);
        List<DocumentedOperation> operations = DocumentedOperation.allOf(document);
        OperationIds.requireUnique(operations);
        BearerSecurity.define(document);
        ErrorResponses.complete(document, operations);
        ScalarSchemas.removeFrom(document.getComponents());
        StrictSchemas.apply(document.getComponents(), operations);
        PatchBodies.describe(document.getComponents(), operations);
        // Last, because these say themselves what is required.
        KernelSchemas.define(document.getComponents());
    }
}
