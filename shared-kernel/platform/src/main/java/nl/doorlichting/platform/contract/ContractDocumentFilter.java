package nl.doorlichting.platform.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import nl.doorlichting.platform.responses.ApiVersion;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Completes the generated document of a module with what holds for the whole API: identity and version, the server,
 * error answers, required headers, security, registered types of values, and which properties are always present.
 *
 * <p>An extension controls it and is not in the result: {@code x-optional: true} on a response property that may be
 * absent.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = ContractDocumentFilter.PRIORITY)
public final class ContractDocumentFilter implements OASFilter {

    /** The version of the API, sent as {@code API-Version} with every answer. */
    public static final String API_VERSION = ApiVersion.CURRENT;

    /** A higher priority runs earlier. A filter that merges completed documents needs a lower one. */
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
        // Last, because these schemas set their required properties themselves.
        KernelSchemas.define(document.getComponents());
    }
}
