package nl.doorlichting.gateway.datasets;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The datasets as DCAT-AP in JSON-LD. Addresses are relative to that of the document, so that they are right at any host
 * name. Source: DCAT-AP 3.0 and its Dutch profile DCAT-AP-NL 3.0, which data.overheid.nl harvests.
 */
@ApplicationScoped
class DcatCatalogue {
    static final String PATH = DatasetResource.PATH + "/dcat";

    private static final String DUTCH = "nl";
    private static final String ENGLISH = "en";
    private static final String EU = "http://publications.europa.eu/resource/authority/";
    private static final Map<String, Object> CONTEXT = Map.of(
            "dcat", "http://www.w3.org/ns/dcat#",
            "dct", "http://purl.org/dc/terms/",
            "foaf", "http://xmlns.com/foaf/0.1/",
            "vcard", "http://www.w3.org/2006/vcard/ns#",
            "xsd", "http://www.w3.org/2001/XMLSchema#");

    private final DatasetConfig config;

    DcatCatalogue(DatasetConfig config) {
        this.config = config;
    }

    Map<String, Object> of(List<DatasetResponse> datasets) {
        var catalogue = node(PATH, "dcat:Catalog");
        catalogue.put("@context", context());
        catalogue.put(
                "dct:title",
                texts(config.catalogue().dutch(), config.catalogue().english()));
        catalogue.put(
                "dct:description",
                texts(config.catalogue().dutch(), config.catalogue().english()));
        catalogue.put("dct:publisher", publisher());
        catalogue.put(
                "dcat:contactPoint",
                contact(config.contactName(), config.contactEmail().orElse(null)));
        catalogue.put("dct:language", languages());
        catalogue.put("dct:license", reference(config.licence()));
        catalogue.put("dcat:dataset", datasets.stream().map(this::dataset).toList());
        return catalogue;
    }

    // JSON-LD has addresses relative to that of its document, but a harvester may parse it without.
    private Map<String, Object> context() {
        var context = new LinkedHashMap<>(CONTEXT);
        config.address()
                .ifPresent(address -> context.put("@base", address.resolve(PATH).toString()));
        return context;
    }

    private Map<String, Object> dataset(DatasetResponse dataset) {
        var programme = config.programmes().get(dataset.id());
        var path = DatasetResource.PATH + "/" + dataset.id();
        var node = node(path, "dcat:Dataset");
        node.put("dct:identifier", dataset.id());
        node.put("dct:title", texts(dataset.titleDutch(), dataset.titleEnglish()));
        node.put("dct:description", texts(dataset.descriptionDutch(), dataset.descriptionEnglish()));
        node.put("dct:publisher", publisher());
        node.put("dct:creator", publisher());
        node.put(
                "dcat:contactPoint",
                contact(dataset.contact().name(), dataset.contact().email()));
        node.put(
                "dcat:theme",
                programme.themes().stream().map(DcatCatalogue::reference).toList());
        node.put("dct:accrualPeriodicity", reference(programme.frequency()));
        node.put("dct:language", languages());
        node.put("dct:license", reference(dataset.licence()));
        node.put("dct:accessRights", reference(URI.create(EU + "access-right/PUBLIC")));
        node.put("dct:issued", moment(dataset.firstReleased()));
        node.put("dct:modified", moment(dataset.dataModified()));
        node.put("dcat:version", dataset.latest().name());
        node.put(
                "dct:provenance",
                Map.of(
                        "@type",
                        "dct:ProvenanceStatement",
                        "dct:description",
                        texts(dataset.revisionPolicyDutch(), dataset.revisionPolicyEnglish())));
        node.put("dcat:landingPage", Map.of("@id", path));
        // Without those by place, because reading them needs a token.
        node.put(
                "dcat:distribution",
                dataset.tables().stream()
                        .filter(table -> !table.byPlace() && table.csv() != null)
                        .flatMap(table -> Stream.of(
                                distribution(dataset, table, table.csv(), "CSV", "text/csv"),
                                distribution(dataset, table, table.jsonStat(), "JSON", "application/json")))
                        .toList());
        return node;
    }

    private static Map<String, Object> distribution(
            DatasetResponse dataset, DatasetResponse.Table table, String path, String format, String mediaType) {
        var node = node(path + "#distribution", "dcat:Distribution");
        node.put("dct:title", table.name() + " (" + format + ")");
        node.put("dcat:accessURL", Map.of("@id", path));
        node.put("dcat:downloadURL", Map.of("@id", path));
        node.put("dct:format", Map.of("@id", EU + "file-type/" + format));
        node.put("dcat:mediaType", Map.of("@id", "http://www.iana.org/assignments/media-types/" + mediaType));
        node.put("dct:license", reference(dataset.licence()));
        node.put("dct:language", languages());
        node.put("dct:issued", moment(dataset.dataModified()));
        node.put("dct:modified", moment(dataset.dataModified()));
        return node;
    }

    private Map<String, Object> publisher() {
        var node = node(config.publisherUri().toString(), "foaf:Agent");
        node.put("foaf:name", config.publisher());
        return node;
    }

    private static Map<String, Object> contact(String name, String email) {
        var node = new LinkedHashMap<String, Object>();
        node.put("@type", List.of("vcard:Kind", "vcard:Organization"));
        node.put("vcard:fn", name);
        if (email != null) {
            node.put("vcard:hasEmail", Map.of("@id", "mailto:" + email));
        }
        return node;
    }

    private static List<Map<String, Object>> languages() {
        return Stream.of("NLD", "ENG")
                .map(code -> reference(URI.create(EU + "language/" + code)))
                .toList();
    }

    private static LinkedHashMap<String, Object> node(String id, String type) {
        var node = new LinkedHashMap<String, Object>();
        node.put("@id", id);
        node.put("@type", type);
        return node;
    }

    private static Map<String, Object> reference(URI address) {
        return Map.of("@id", address.toString());
    }

    private static Map<String, Object> moment(Instant at) {
        return Map.of("@type", "xsd:dateTime", "@value", at.toString());
    }

    private static List<Map<String, Object>> texts(String dutch, String english) {
        return List.of(text(DUTCH, dutch), text(ENGLISH, english));
    }

    private static Map<String, Object> text(String language, String text) {
        return Map.of("@language", language, "@value", text);
    }
}
