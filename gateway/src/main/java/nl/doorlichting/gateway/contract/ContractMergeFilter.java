package nl.doorlichting.gateway.contract;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import nl.doorlichting.platform.contract.ContractDocumentFilter;
import nl.doorlichting.platform.contract.ContractMerge;
import nl.doorlichting.platform.contract.ContractStep;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/**
 * Merges the documents of the services into the gateway's own, which the kernel has completed. Adds what a reader of the
 * whole API needs: an introduction, and the tags in groups of what a person wants to do.
 */
@ContractStep(priority = ContractDocumentFilter.PRIORITY - 2)
public final class ContractMergeFilter implements OASFilter {
    @Override
    public void filterOpenAPI(OpenAPI own) {
        var merge = ContractMerge.into(own, "gateway");
        List.of(Service.values()).forEach(service -> add(merge, service));
        merge.share();
        introduce(own);
    }

    private static void add(ContractMerge merge, Service service) {
        try (var document = service.document()) {
            merge.add(service.jsonName(), document);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void introduce(OpenAPI document) {
        try (var introduction = resource("introduction.md");
                var groups = resource("tag-groups.json")) {
            document.getInfo()
                    .description(new String(introduction.readAllBytes(), StandardCharsets.UTF_8))
                    // The licence of what the API publishes, as the datasets state it (doorlichting.datasets.licence).
                    .license(OASFactory.createLicense()
                            .name("CC0 1.0 Universal, for the published figures")
                            .url("http://creativecommons.org/publicdomain/zero/1.0/deed.nl"));
            document.addExtension(
                    "x-tagGroups",
                    new ObjectMapper().readValue(groups, new TypeReference<List<Map<String, Object>>>() {}));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        document.setExternalDocs(OASFactory.createExternalDocumentation()
                .description("Reference page")
                .url("https://doorlichting.example/docs"));
    }

    private static InputStream resource(String name) {
        return ContractMergeFilter.class.getResourceAsStream("/contract/" + name);
    }
}
