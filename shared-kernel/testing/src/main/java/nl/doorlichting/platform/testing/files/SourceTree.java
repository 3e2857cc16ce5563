package nl.doorlichting.platform.testing.files;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where tests find files of the repository that are not on their class path. */
public final class SourceTree {
    /** The root of the repository. */
    public static final Path REPOSITORY = Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
            .filter(folder -> Files.exists(folder.resolve("docs/adr")))
            .findFirst()
            .orElseThrow();

    /** The module that is tested, as {@code funding-service}: its tests run in its folder {@code tests}. */
    public static final Path MODULE = Path.of("").toAbsolutePath().getParent();

    private SourceTree() {}
}
