package nl.doorlichting.platform.contract;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/**
 * Adds the documents of other modules to that of this one: the gateway publishes the documents of its services. Equal
 * components become one. A component that two modules define differently fails the build, because clients could not
 * rely on either.
 */
public final class ContractMerge {

    private record Definition(String owner, Object content) {}

    private final OpenAPI target;
    private final String owner;
    private final Map<String, Definition> known = new HashMap<>();

    private ContractMerge(OpenAPI target, String owner) {
        this.target = target;
        this.owner = owner;
    }

    /**
     * Starts a merge.
     *
     * @param document completed by {@link ContractDocumentFilter}; it is changed in place
     * @param owner the module's name, for messages
     */
    public static ContractMerge into(OpenAPI document, String owner) {
        ContractMerge merge = new ContractMerge(document, owner);
        OpenAPI own = reread(document);
        // The merge adds them again from the copy.
        document.setTags(null);
        document.removeExtension(OperationAccess.TABLE);
        merge.add(owner, own);
        return merge;
    }

    /**
     * Adds a module's stored document.
     *
     * @param owner the module's name, for messages
     * @param json the document as the module's build stored it
     * @throws IllegalStateException if it clashes with what is there
     */
    public ContractMerge add(String owner, InputStream json) {
        return add(owner, OpenApiJson.read(json));
    }

    /**
     * Makes schemas of the same shape one, and components of the parameters that operations share. Schemas of the module
     * itself give way to those of the added modules.
     *
     * @throws IllegalStateException if the added modules have several names for one shape
     */
    public void share() {
        EqualSchemas.unify(target, name -> known.get("schema " + name).owner().equals(owner));
        SharedParameters.extract(target);
    }

    private ContractMerge add(String owner, OpenAPI part) {
        addComponents(owner, part.getComponents());
        if (part.getPaths() != null) {
            part.getPaths().getPathItems().forEach((path, item) -> {
                // Two templates that differ only in the name of a parameter match the same requests.
                remember("path", path.replaceAll("\\{[^{}]*}", "{}"), new Definition(owner, new Object()));
                target.getPaths().addPathItem(path, item);
            });
        }
        if (part.getTags() != null) {
            part.getTags().forEach(tag -> {
                if (remember("tag", tag.getName(), new Definition(owner, tag))) {
                    target.addTag(tag);
                }
            });
        }
        OperationIds.requireUnique(DocumentedOperation.allOf(target));
        return this;
    }

    private void addComponents(String owner, Components part) {
        if (part == null) {
            return;
        }
        Components all = target.getComponents();
        addEach("schema", owner, part.getSchemas(), all::addSchema);
        addEach("response", owner, part.getResponses(), all::addResponse);
        addEach("header", owner, part.getHeaders(), all::addHeader);
        addEach("parameter", owner, part.getParameters(), all::addParameter);
        addEach("request body", owner, part.getRequestBodies(), all::addRequestBody);
        addEach("security scheme", owner, part.getSecuritySchemes(), all::addSecurityScheme);
    }

    private <T> void addEach(String kind, String owner, Map<String, T> part, BiConsumer<String, T> add) {
        if (part != null) {
            part.forEach((name, content) -> {
                if (remember(kind, name, new Definition(owner, content))) {
                    add.accept(name, content);
                }
            });
        }
    }

    /** True if it is new, false if it is there already with the same content. */
    private boolean remember(String kind, String name, Definition definition) {
        Definition other = known.putIfAbsent(kind + " " + name, definition);
        if (other != null && !other.content().equals(definition.content())) {
            throw new IllegalStateException("%s %s is defined by both %s and %s, and differs"
                    .formatted(kind, name, other.owner(), definition.owner()));
        }
        return other == null;
    }

    // A model that was read and one that was built hold numbers and lists of different classes.
    private static OpenAPI reread(OpenAPI document) {
        byte[] json = OpenApiJson.write(document).getBytes(StandardCharsets.UTF_8);
        return OpenApiJson.read(new ByteArrayInputStream(json));
    }
}
