package nl.doorlichting.platform.contract;

import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.responses.ApiVersion;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.info.Info;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * Completes the generated document of a module with what holds for the whole API: identity and version, the server,
 * error answers, headers, security, registered types of values, and which properties are always present.
 *
 * <p>An extension controls it and is not in the result: {@code x-optional: true} on a response property that may be
 * absent.
 */
@ContractStep(priority = ContractDocumentFilter.PRIORITY)
public final class ContractDocumentFilter implements OASFilter {

    /** A higher priority runs earlier. A filter that merges completed documents needs a lower one. */
    public static final int PRIORITY = 100;

    private static final String VERSION = "/v1";

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
        describeIdentity(document);
        moveVersionToServer(document);
        List<DocumentedOperation> operations = DocumentedOperation.allOf(document);
        OperationIds.requireUnique(operations);
        BearerSecurity.define(document);
        ErrorResponses.complete(document, operations);
        DocumentedHeaders.complete(document, operations);
        ScalarSchemas.removeFrom(document.getComponents());
        StrictSchemas.apply(document.getComponents(), operations);
        PropertyExamples examples = new PropertyExamples();
        examples.addTo(document.getComponents());
        PatchBodies.describe(document.getComponents(), operations);
        // Last, because these schemas set their required properties themselves.
        KernelSchemas.define(document.getComponents());
        examples.addTo(document.getComponents());
        ErrorResponses.describeSuccess(document.getComponents(), operations);
    }

    /** Sets publisher and version of the API. The title stays that of the module. */
    private static void describeIdentity(OpenAPI document) {
        if (document.getInfo() == null) {
            document.setInfo(OASFactory.createInfo().title("Doorlichting"));
        }
        Info info = document.getInfo();
        info.setVersion(ApiVersion.CURRENT);
        // The standard asks for the team that answers for this API, not for a general address.
        info.setContact(OASFactory.createContact()
                .name("Doorlichting API team")
                .email("api@doorlichting.example")
                .url("https://doorlichting.example"));
    }

    /**
     * Moves the major version from the paths to the server's address, where the API Design Rules (core/uri-version) want
     * it. A path is relative to the server, so with both the version would be doubled.
     */
    private static void moveVersionToServer(OpenAPI document) {
        document.setServers(List.of(OASFactory.createServer().url("https://doorlichting.example" + VERSION)));
        Paths paths = OASFactory.createPaths();
        pathItems(document).forEach((path, item) -> paths.addPathItem(withoutVersion(path), item));
        document.setPaths(paths);
    }

    private static Map<String, PathItem> pathItems(OpenAPI document) {
        if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
            return Map.of();
        }
        return document.getPaths().getPathItems();
    }

    private static String withoutVersion(String path) {
        if (!path.startsWith(VERSION + "/")) {
            throw new IllegalStateException("documented path outside " + VERSION + "/: " + path
                    + " (hide it with @Operation(hidden = true) if it is no part of the API)");
        }
        return path.substring(VERSION.length());
    }
}
