package nl.doorlichting.platform.contract;

import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.openapi.api.SmallRyeOpenAPI;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.CompositeIndex;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexReader;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.Indexer;
import org.jboss.jandex.Type;

/**
 * Makes the OpenAPI document of a module from its classes: a step of the module's build, once they are compiled. Tests
 * and applications read the file, so none of them makes it again (ADR 98).
 */
public final class OpenApiGenerator {
    /** Where the document stands on the class path of its application. */
    public static final String RESOURCE = "contract/openapi.json";

    private static final String OWN = "nl.doorlichting.";
    private static final String INDEX = "META-INF/jandex.idx";
    private static final Map<String, String> SETTINGS = Map.of(
            "mp.openapi.extensions.smallrye.openapi", "3.1.0",
            "mp.openapi.extensions.smallrye.operationIdStrategy", "METHOD",
            "mp.openapi.extensions.smallrye.duplicateOperationIdBehavior", "FAIL",
            "mp.openapi.extensions.smallrye.remove-unused-schemas.enable", "true");

    private final ClassLoader loader = Thread.currentThread().getContextClassLoader();
    private final String title;
    private final List<Path> folders;

    private OpenApiGenerator(String title, List<Path> folders) {
        this.title = title;
        this.folders = folders;
    }

    /**
     * Writes the document into the last folder of classes, and to {@code openapi/openapi.json} of the build's directory,
     * where the build of the gateway finds those of the services.
     *
     * @param arguments the title of the document, the directory of the build, and the folders of classes in it
     */
    public static void main(String[] arguments) throws IOException {
        // Modules are built beside each other in one process: a kept archive would be closed by the first that ends.
        URLConnection.setDefaultUseCaches("jar", false);
        Path build = Path.of(arguments[1]);
        List<Path> folders = Stream.of(arguments).skip(2).map(build::resolve).toList();
        String json = new OpenApiGenerator(arguments[0], folders).document();
        write(json, folders.get(folders.size() - 1).resolve(RESOURCE));
        write(json, build.resolve("openapi/openapi.json"));
    }

    private static void write(String json, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, json);
    }

    private String document() throws IOException {
        IndexView index = index();
        SmallRyeOpenAPI.Builder builder = OpenApiJson.plain()
                .withConfig(settings())
                .withIndex(index)
                .withApplicationClassLoader(loader)
                .withScannerClassLoader(loader)
                .enableAnnotationScan(true)
                .enableUnannotatedPathParameters(true);
        index.getAnnotations(ContractStep.class).stream()
                .sorted(Comparator.comparingInt(OpenApiGenerator::priority)
                        .reversed()
                        .thenComparing(OpenApiGenerator::nameOfClass))
                .map(OpenApiGenerator::nameOfClass)
                .forEach(builder::addFilterName);
        // A schema that only unused ones refer to is found unused the second time.
        return OpenApiJson.plain()
                .withConfig(settings())
                .withInitialModel(builder.build().model())
                .build()
                .toJSON();
    }

    private Config settings() {
        return new SmallRyeConfigBuilder()
                .withDefaultValues(SETTINGS)
                .withDefaultValue("mp.openapi.extensions.smallrye.info.title", title)
                .build();
    }

    private static int priority(AnnotationInstance filter) {
        return filter.value("priority").asInt();
    }

    private static String nameOfClass(AnnotationInstance filter) {
        return filter.target().asClass().name().toString();
    }

    private IndexView index() throws IOException {
        List<IndexView> all = new ArrayList<>();
        for (Path folder : folders) {
            all.add(indexOf(folder));
        }
        for (URL stored : Collections.list(loader.getResources(INDEX))) {
            if (!isOfFolder(stored)) {
                try (var stream = stored.openStream()) {
                    all.add(new IndexReader(stream).read());
                }
            }
        }
        all.add(libraryTypes(CompositeIndex.create(all)));
        return CompositeIndex.create(all);
    }

    /** Types of fields that no index has, such as those of Java. The scanner makes schemas of what is in its index. */
    private static IndexView libraryTypes(IndexView known) throws IOException {
        // It looks at what a type implements, up to these.
        Set<DotName> names = new TreeSet<>(Set.of(name(Collection.class), name(Map.class), name(Object.class)));
        known.getKnownClasses().stream()
                .filter(type -> type.name().toString().startsWith(OWN))
                .flatMap(type -> type.fields().stream())
                .forEach(field -> addNames(field.type(), names));
        Indexer indexer = new Indexer();
        for (DotName name : names) {
            if (known.getClassByName(name) == null) {
                try (var stream =
                        ClassLoader.getSystemResourceAsStream(name.toString().replace('.', '/') + ".class")) {
                    if (stream != null) {
                        indexer.index(stream);
                    }
                }
            }
        }
        return indexer.complete();
    }

    private static void addNames(Type type, Set<DotName> names) {
        switch (type.kind()) {
            case CLASS -> names.add(type.name());
            case PARAMETERIZED_TYPE -> {
                names.add(type.name());
                type.asParameterizedType().arguments().forEach(argument -> addNames(argument, names));
            }
            default -> {
                // Primitive types, and variables of generic types.
            }
        }
    }

    private static DotName name(Class<?> type) {
        return DotName.createSimple(type);
    }

    private boolean isOfFolder(URL stored) {
        return stored.getProtocol().equals("file")
                && folders.stream().anyMatch(Path.of(URI.create(stored.toString()))::startsWith);
    }

    private static IndexView indexOf(Path folder) throws IOException {
        Indexer indexer = new Indexer();
        List<Path> classes;
        try (Stream<Path> files = Files.walk(folder)) {
            classes = files.filter(file -> file.toString().endsWith(".class")).toList();
        }
        for (Path file : classes) {
            try (var stream = Files.newInputStream(file)) {
                indexer.index(stream);
            }
        }
        return indexer.complete();
    }
}
